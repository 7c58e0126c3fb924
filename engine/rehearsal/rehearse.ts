/**
 * Runs a process to its end under a simulated clock: tasks and waits take their estimate, forms are answered from a
 * script or from examples, choices fall by odds. Synchronous and pure: the same arguments give the same film.
 */
import { parseDate } from '../calendar/civil-date.ts'
import { minute, wholeDay } from '../calendar/duration.ts'
import { fromLocal } from '../calendar/local-time.ts'
import type { Definition } from '../definition/definition.ts'
import type { JsonObject } from '../expression/type.ts'
import { problem } from '../problem/catalog.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import type { RunningProcess } from '../step/draft.ts'
import { attempt, type Stage } from './attempt.ts'
import { Chance } from './chance.ts'
import { exampleRecord } from './example-value.ts'
import type { Film, FilmedInstance } from './film.ts'
import { fireTimer, nextTimer } from './fire-timer.ts'
import { Agenda, dueOfProspect, type Prospect } from './prospect.ts'
import { judgeScript, Prompter, type Script } from './script.ts'
import { nameOf, titleOf } from './tell-step.ts'
import { isLive, type Player, type RehearsalProject, type StepMade, World } from './world.ts'

/** How to rehearse: when it begins, by which chance, how far. */
export interface RehearsalOptions {
  /** 1 unless given. */
  readonly seed?: number
  /** When it starts (ms); 2026-01-05 09:00 in the zone of the process's calendar unless given. */
  readonly from?: number
  readonly script?: Script
  /** What the instance starts with; the script's and the examples fill the rest. */
  readonly input?: JsonObject
  /** Told of every step as it is made. */
  readonly witness?: (made: StepMade) => void
  /** Hears of every move of the clock: how many steps there were, and the moment it has come to (ms). */
  readonly told?: (steps: number, at: number) => void
}

/** A film has at most so many steps ... */
const MOST_STEPS = 20_000
/** ... and years. */
const MOST_YEARS = 20

/** Gives the film of a process, also where it does not end well; no film only where the request itself is wrong. */
export function rehearse(project: RehearsalProject, process: string, options: RehearsalOptions = {}): Answer<Film> {
  const running = project.running(process)
  if (!running) return { ok: false, problems: [problem('rehearsal/unknown-process', { process })] }
  const { script, seed = 1 } = options
  const wrong = script ? judgeScript(script, process, castOf(project, running)) : []
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const from = options.from ?? usualStart(running)
  const chance = new Chance(seed)
  const agenda = new Agenda(chance)
  const world: World = new World(
    project,
    from,
    (player, entered) => agenda.renew(world, player, entered),
    options.witness,
  )
  const stage: Stage = { world, chance, prompter: new Prompter(script), outcomes: new Map() }
  const end = start(world, running, { ...script?.input, ...options.input }) ?? play(stage, agenda, from, options.told)
  return { ok: true, value: filmOf(world, process, seed, from, end) }
}

type End = Pick<Film, 'status' | 'missing'>

function usualStart({ calendar }: RunningProcess): number {
  return fromLocal(calendar, (parseDate('2026-01-05') ?? 0) * wholeDay + 9 * 60 * minute)
}

/** The definitions of a process and of all it may start as children. */
function castOf(project: RehearsalProject, running: RunningProcess): readonly Definition[] {
  const found = new Map<string, Definition>()
  const visit = (process: RunningProcess | undefined) => {
    const definition = process?.machine.definition
    if (!definition || found.has(definition.id)) return
    found.set(definition.id, definition)
    for (const { work } of definition.states.values())
      if (work?.kind === 'children') visit(project.running(work.process))
  }
  visit(running)
  return [...found.values()]
}

function start(world: World, running: RunningProcess, given: JsonObject): End | undefined {
  const { definition } = running.machine
  const missing: string[] = []
  const input = exampleRecord(definition.input, given, { calendar: running.calendar, at: world.now }, missing)
  const where = definition.id
  const refused =
    missing.length > 0
      ? missing.map((field) => problem('rehearsal/no-example', { field, where }))
      : world.start(running, definition.id, input)
  return refused.length > 0 ? { status: 'refused', missing: refused } : undefined
}

/** Moves the clock from one thing that is due to the next. People come before timers of the same moment. */
function play(stage: Stage, agenda: Agenda, from: number, told: RehearsalOptions['told']): End {
  const { world } = stage
  const [root = ''] = world.cast.keys()
  for (;;) {
    if (world.broken.length > 0) return { status: 'refused', missing: world.broken }
    const status = world.cast.get(root)?.record.status
    if (status === 'completed' || status === 'cancelled') return { status: 'completed' }
    const prospect = agenda.next(world)
    const timer = nextTimer(world)
    const at = Math.min(
      prospect ? dueOfProspect(prospect, world.now) : Number.POSITIVE_INFINITY,
      timer?.timer.dueAt ?? Number.POSITIVE_INFINITY,
    )
    if (at === Number.POSITIVE_INFINITY) {
      if (tryOthers(agenda)) continue
      return stop(stage, agenda)
    }
    if (world.steps >= MOST_STEPS || at > from + MOST_YEARS * 365.25 * wholeDay) return tooLong(world, agenda)
    world.now = Math.max(world.now, at)
    told?.(world.steps, world.now)
    if (prospect && dueOfProspect(prospect, world.now) <= at) follow(stage, prospect)
    else if (timer) fireTimer(world, timer)
  }
}

function follow(stage: Stage, prospect: Prospect): void {
  const { world } = stage
  const player = world.cast.get(prospect.instance)
  if (!player) return
  const { healing, fatal } = attempt(stage, player, prospect)
  if (fatal) world.broken.push(...fatal)
  if (healing) prospect.refused = { steps: world.steps, problems: healing }
}

/** Nothing can move: states whose event was refused are sent their other events, by text order. */
function tryOthers(agenda: Agenda): boolean {
  for (const prospect of agenda.refused) {
    const [sendable, ...rest] = prospect.sending?.rest ?? []
    if (!sendable) continue
    prospect.sending = { sendable, given: {}, rest }
    delete prospect.refused
    return true
  }
  return false
}

function stop({ world }: Stage, agenda: Agenda): End {
  const refused = agenda.refused.flatMap((prospect) => prospect.refused?.problems ?? [])
  if (refused.length === 0)
    return {
      status: 'stuck',
      missing: [...world.cast.values()].filter(isLive).flatMap((player) => waitingIn(world, player)),
    }
  const expected = refused.every(({ reasons = [] }) => reasons.every(({ code }) => code === 'step/event-not-expected'))
  return { status: expected ? 'stuck' : 'refused', missing: refused }
}

function tooLong(world: World, agenda: Agenda): End {
  const refused = agenda.refused.flatMap((prospect) => prospect.refused?.problems ?? [])
  if (refused.length > 0) return { status: 'refused', missing: refused }
  const process = [...world.cast.values()][0]?.record.process ?? ''
  return {
    status: 'endless',
    missing: [problem('rehearsal/endless', { process, steps: MOST_STEPS, years: MOST_YEARS })],
  }
}

/** What an instance stands in and waits for. */
function waitingIn(world: World, player: Player): readonly Problem[] {
  const turn = world.turnOf(player)
  return [...turn.active].flatMap((path) => {
    const state = turn.definition.states.get(path)
    if (state?.kind !== 'wait') return []
    const waits = state.waits ? { waits: turn.say(state.waits, path, turn.moment) } : {}
    return [problem('rehearsal/waits', { instance: player.id, state: titleOf(turn, path), ...waits })]
  })
}

function filmOf(world: World, process: string, seed: number, started: number, end: End): Film {
  const instances = [...world.cast.values()].map((player): FilmedInstance => {
    const { record } = player
    return {
      id: player.id,
      process: record.process,
      name: nameOf(world.turnOf(player)),
      status: record.status,
      ...(record.parent ? { parent: record.parent.instance } : {}),
      startedAt: record.startedAt,
      at: record.at,
      ...(record.outcome === undefined ? {} : { outcome: record.outcome }),
      ...(record.output ? { output: record.output } : {}),
      steps: record.step,
    }
  })
  return { process, seed, scenes: world.scenes, ...end, started, ended: world.now, steps: world.steps, instances }
}
