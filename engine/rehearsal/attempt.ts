/** Tries what a prospect stands for: somebody hands in a task, votes, sends an event; an action answers. */
import type { Definition } from '../definition/definition.ts'
import type { TaskWork } from '../definition/work.ts'
import type { JsonObject } from '../expression/type.ts'
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import type { InstanceEvent, StartEvent } from '../step/instance-event.ts'
import { doersOf } from '../step/open-work.ts'
import type { Seat, TaskWait } from '../step/record.ts'
import type { Chance } from './chance.ts'
import { exampleRecord } from './example-value.ts'
import type { Prospect } from './prospect.ts'
import type { Prompter } from './script.ts'
import { choose, sendableNamed, sendablesOf } from './sendable.ts'
import { titleOf } from './tell-step.ts'
import type { Player, World } from './world.ts'

/** What attempts share: the world, what the script says, and the odds. */
export interface Stage {
  readonly world: World
  readonly prompter: Prompter
  readonly chance: Chance
  /** By approval, how it ends. */
  readonly outcomes: Map<string, boolean>
}

/** `healing`: the reasons may go when something else moves. `fatal`: they end the film. None: it happened. */
export interface Attempt {
  readonly healing?: readonly Problem[]
  readonly fatal?: readonly Problem[]
}

type Given = Exclude<InstanceEvent, StartEvent>
type Made = { readonly event: Given } | { readonly fatal: readonly Problem[] }

const HEALING = new Set(['step/refused', 'step/event-not-expected'])

/** Tries a prospect at the world's present moment. */
export function attempt(stage: Stage, player: Player, prospect: Prospect): Attempt {
  const made = eventOf(stage, player, prospect)
  if ('fatal' in made) return made
  const reasons = stage.world.give(player, made.event, prospect.state)
  if (reasons.length === 0) return {}
  const what = made.event.kind === 'sent' ? made.event.event : titleOf(stage.world.turnOf(player), prospect.state)
  const told = problem('rehearsal/not-taken', { instance: player.id, state: prospect.state, what }, { reasons })
  return reasons.every(({ code }) => HEALING.has(code)) ? { healing: [told] } : { fatal: [told] }
}

function eventOf(stage: Stage, player: Player, prospect: Prospect): Made {
  switch (prospect.job.kind) {
    case 'task':
      return completion(stage, player, prospect, prospect.job.wait)
    case 'vote':
      return vote(stage, player, prospect.job.wait, prospect.job.task)
    case 'event':
      return sending(stage, player, prospect)
    case 'action':
      return answerOfAction(stage, player, prospect.job.wait)
  }
}

function completion(stage: Stage, player: Player, prospect: Prospect, id: string): Made {
  const { world, prompter } = stage
  const wait = player.record.waits.find(
    (candidate): candidate is TaskWait => candidate.kind === 'task' && candidate.id === id,
  )
  const work = wait && taskOf(player.process.machine.definition, wait)
  if (!wait || !work) throw new Error(`no task ${id}`)
  const name = wait.rhythm === undefined ? wait.state : `${wait.state}.${wait.rhythm}`
  prospect.scripted ??= { answer: prompter.answer(player.record.process, name) }
  const missing: string[] = []
  const when = { calendar: player.process.calendar, at: world.now }
  const example = exampleRecord(work.form, prospect.scripted.answer ?? {}, when, missing)
  const { form, left } = withPresent(player, wait.state, example, missing)
  if (left.length > 0) return { fatal: left.map((field) => noExample(field, player, name)) }
  const actor = actorOf(world, holder(world, wait, []))
  if (!actor) return { fatal: [nobody(world, player, wait)] }
  const evidence = work.evidence.filter(({ required }) => required).map(({ kind }) => kind)
  return { event: { kind: 'complete', task: id, form, evidence, at: world.now, actor } }
}

function noExample(field: string, player: Player, where: string): Problem {
  return problem('rehearsal/no-example', { field, where: `${player.record.process}/${where}` })
}

function taskOf({ states }: Definition, { state, rhythm }: TaskWait): TaskWork | undefined {
  const found = states.get(state)
  const work = rhythm === undefined ? found?.work : found?.rhythms.find(({ key }) => key === rhythm)?.task
  return work?.kind === 'task' ? work : undefined
}

/** A form that comes again is filled in already: what it holds serves where a field has no example. */
function withPresent({ process, record }: Player, path: string, example: JsonObject, missing: readonly string[]) {
  const own = process.machine.definition.states.get(path)?.own
  const data = own === undefined ? record.data : ((record.data[own] ?? {}) as JsonObject)
  const present = missing.filter((field) => data[field] !== undefined)
  const filled = Object.fromEntries(present.map((field) => [field, data[field] ?? null]))
  return { form: { ...example, ...filled }, left: missing.filter((field) => !present.includes(field)) }
}

function vote({ world, prompter, chance, outcomes }: Stage, player: Player, id: string, task: string): Made {
  const { machine } = player.process
  const wait = player.record.waits.find((candidate) => candidate.id === id)
  const seat = wait?.kind === 'approval' ? wait.seats.find((candidate) => candidate.task === task) : undefined
  const work = machine.definition.states.get(wait?.state ?? '')?.work
  if (wait?.kind !== 'approval' || !seat || work?.kind !== 'approval') throw new Error(`no vote ${task}`)
  let approved = outcomes.get(id)
  if (approved === undefined) {
    const decision = prompter.decision(player.record.process, wait.state)
    approved = decision === undefined ? byOdds(chance, work.odds) : decision === 'approve'
    outcomes.set(id, approved)
  }
  const voted = wait.seats.flatMap((other) => (other.vote ? [other.vote.by] : []))
  const excluded = work.notBy.flatMap((path) => doersOf(player.record, path))
  const actor = actorOf(world, holder(world, seat, [...voted, ...excluded]))
  if (!actor) return { fatal: [nobody(world, player, { ...seat, state: wait.state })] }
  return { event: { kind: 'vote', task, approved, at: world.now, actor } }
}

function byOdds(chance: Chance, odds: Readonly<Record<string, number>>): boolean {
  const candidates = ['approved', 'rejected'].map((item) => ({ item, weight: odds[item] ?? 0 }))
  if (candidates.every(({ weight }) => weight === 0)) return true
  return chance.pick(candidates) === 'approved'
}

function sending({ world, prompter, chance }: Stage, player: Player, prospect: Prospect): Made {
  const { definition } = player.process.machine
  if (!prospect.sending) {
    const all = sendablesOf(definition, prospect.state)
    const scripted = prompter.event(player.record.process, prospect.state)
    const named = scripted && sendableNamed(definition, prospect.state, scripted.event)
    if (scripted && !named)
      return {
        fatal: [
          unknownEvent(
            scripted.event,
            all.map(({ event }) => event.name),
          ),
        ],
      }
    const sendable = named ?? choose(chance, all)
    if (!sendable) throw new Error(`nothing to send in ${prospect.state}`)
    const rest = named ? [] : all.filter((other) => other !== sendable)
    prospect.sending = { sendable, given: scripted?.with ?? {}, rest }
  }
  const { sendable, given } = prospect.sending
  const { event, roles, fixed } = sendable
  const missing: string[] = []
  const when = { calendar: player.process.calendar, at: world.now }
  const data = exampleRecord(event.with, { ...fixed, ...given }, when, missing)
  if (missing.length > 0) return { fatal: missing.map((field) => noExample(field, player, event.name)) }
  const actor = actorOf(world, roles.flatMap((role) => world.holdersOf(role))[0])
  if (!actor) return { fatal: [problem('rehearsal/nobody', { where: event.name, roles })] }
  return { event: { kind: 'sent', event: event.name, data, at: world.now, actor } }
}

function unknownEvent(event: string, expected: readonly string[]): Problem {
  return problem('step/unknown-event', { event, expected })
}

function answerOfAction({ world }: Stage, player: Player, id: string): Made {
  const wait = player.record.waits.find((candidate) => candidate.id === id)
  if (wait?.kind !== 'action') throw new Error(`no action ${id}`)
  const answer = world.project.actions?.get(wait.action)?.rehearse
  if (!answer) return { fatal: [problem('rehearsal/no-answer', { action: wait.action })] }
  const outcome = { ok: true, result: answer(world.asked.get(id) ?? {}) } as const
  const actor = { id: 'engine', roles: [], via: 'engine', proved: true } as const
  return { event: { kind: 'action-end', wait: id, outcome, at: world.now, actor } }
}

/** The first who may: the person asked for, else a holder of the role who is not excluded. */
function holder(world: World, work: Pick<Seat, 'role' | 'person'>, excluded: readonly string[]): string | undefined {
  const candidates = work.person === undefined ? world.holdersOf(work.role ?? '') : [work.person]
  return candidates.find((person) => !excluded.includes(person))
}

function actorOf({ project }: World, person: string | undefined) {
  if (person === undefined) return undefined
  return { id: person, roles: project.directory.people.get(person)?.roles ?? [], via: 'cli', proved: false } as const
}

function nobody(
  world: World,
  player: Player,
  { state, role, person }: Pick<Seat, 'role' | 'person'> & { state: string },
): Problem {
  const where = titleOf(world.turnOf(player), state)
  return problem('rehearsal/nobody', { where, roles: [role ?? person ?? ''] })
}
