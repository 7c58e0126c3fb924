/** The scenes of a step: the event itself, then what it brings that people would want to see. */
import type { State } from '../definition/definition.ts'
import type { Said } from '../problem/said.ts'
import type { Step } from '../step/advance.ts'
import type { Effect } from '../step/effect.ts'
import type { InstanceEvent } from '../step/instance-event.ts'
import type { Turn } from '../step/turn.ts'
import type { Writable } from '../step/writable.ts'
import type { Scene, SceneKind } from './film.ts'
import type { Player, World } from './world.ts'

/** `source` is the state an event was meant for, where its waiting is what was ended. */
export function tellStep(
  world: World,
  player: Player,
  before: Player | undefined,
  event: InstanceEvent,
  { entry, effects, record }: Step,
  source?: string,
): readonly Scene[] {
  const turn = world.turnOf(player)
  const kind = kindOf(event)
  const state = source ?? sourceOf(event, before)
  // A state that was left is told of as it stood before.
  const view = before && !turn.active.has(state) ? world.turnOf(before) : turn
  const main: Writable<Scene> = {
    at: entry.at,
    instance: player.id,
    process: record.process,
    kind,
    what: whatOf(world, view, event, before, state),
    where: whereOf(view, state),
    notes: entry.payload.notes,
    entered: entry.entered,
  }
  if (event.actor.via === 'cli') main.who = event.actor.id
  if (event.kind === 'vote') main.outcome = event.approved ? 'approved' : 'rejected'
  const escalated = kind === 'escalation' ? effects.flatMap(escalatedTo) : []
  if (escalated.length > 0) main.to = escalated
  const scenes: Scene[] = [main]
  const told = { at: entry.at, instance: player.id, process: record.process, where: [], notes: [], entered: [] }
  for (const effect of effects) {
    const scene = sceneOf(world, effect, kind)
    if (scene) scenes.push({ ...told, ...scene })
  }
  if (record.status === 'completed') scenes.push({ ...told, kind: 'end', what: titleOf(turn, record.outcome ?? '') })
  return scenes
}

function escalatedTo(effect: Effect): readonly string[] {
  return effect.kind === 'escalate-task' ? effect.to : []
}

function kindOf(event: InstanceEvent): SceneKind {
  switch (event.kind) {
    case 'start':
      return 'start'
    case 'sent':
      return 'event'
    case 'complete':
      return 'task'
    case 'vote':
      return 'decision'
    case 'timer':
      if (event.timer.startsWith('remind@')) return 'reminder'
      return event.timer.startsWith('late@') ? 'escalation' : 'timer'
    case 'action-end':
      return 'action'
    case 'child-end':
      return 'child'
    // A rehearsal reaches no world: there an effect never fails, and nobody suspends, cancels or retries.
    case 'effect-failed':
    case 'control':
      return 'cancel'
  }
}

/** The state an event answers, from how the instance stood before. */
function sourceOf(event: InstanceEvent, before: Player | undefined): string {
  if (!before) return ''
  const { timers, waits } = before.record
  switch (event.kind) {
    case 'timer':
      return timers.find(({ id }) => id === event.timer)?.state ?? ''
    case 'complete':
    case 'vote':
      return waits.find((wait) => taskIds(wait).includes(event.task))?.state ?? ''
    case 'action-end':
    case 'child-end':
      return waits.find(({ id }) => id === event.wait)?.state ?? ''
    default:
      return ''
  }
}

function taskIds(wait: Player['record']['waits'][number]): readonly string[] {
  return wait.kind === 'approval' ? wait.seats.map(({ task }) => task) : [wait.id]
}

function whatOf(world: World, turn: Turn, event: InstanceEvent, before: Player | undefined, state: string): Said {
  switch (event.kind) {
    case 'sent': {
      const { title } = turn.definition.events[event.event] ?? {}
      return plain(title ?? { en: event.event, zh: event.event })
    }
    case 'complete':
    case 'vote':
      return world.titles.get(event.task) ?? titleOf(turn, state)
    case 'timer':
      return titleOfTimer(world, event.timer, before) ?? titleOf(turn, state)
    case 'start':
    case 'effect-failed':
    case 'control':
      return nameOf(turn)
    case 'child-end':
      return nameOfChild(world, event.actor.id) ?? titleOf(turn, state)
    case 'action-end':
      return titleOf(turn, state)
  }
}

function nameOfChild(world: World, instance: string): Said | undefined {
  const child = world.cast.get(instance)
  return child && nameOf(world.turnOf(child))
}

/** Reminders and missed due times are told by the title of the task. */
function titleOfTimer(world: World, timer: string, before: Player | undefined): Said | undefined {
  if (!timer.startsWith('remind@') && !timer.startsWith('late@')) return undefined
  const found = before?.record.timers.find(({ id }) => id === timer)
  const wait = before?.record.waits.find(
    (candidate) =>
      candidate.state === found?.state && (candidate.kind !== 'task' || (candidate.rhythm ?? '') === found.key),
  )
  return wait && world.titles.get(taskIds(wait)[0] ?? '')
}

function sceneOf(world: World, effect: Effect, kind: SceneKind): Pick<Scene, 'kind' | 'what' | 'to'> | undefined {
  if (effect.kind === 'notify') return { kind: 'notice', what: effect.text ?? plain({}), to: [effect.role] }
  if (effect.kind === 'escalate-task' && kind !== 'escalation') {
    return { kind: 'escalation', what: world.titles.get(effect.task) ?? plain({}), to: effect.to }
  }
  if (effect.kind !== 'start') return undefined
  const title = world.project.running(effect.process)?.machine.definition.title
  return { kind: 'next', what: plain(title ?? { en: effect.process, zh: effect.process }) }
}

/** What people call an instance. */
export function nameOf(turn: Turn): Said {
  const { name, title } = turn.definition
  return name ? turn.say(name, '', turn.moment) : plain(title)
}

/** The title of a state; its key where it has none. */
export function titleOf(turn: Turn, path: string): Said {
  const state = turn.definition.states.get(path)
  if (!state || path === '') return nameOf(turn)
  return state.title ? turn.say(state.title, path, turn.moment) : plain({ en: state.key, zh: state.key })
}

/** Titles of a state and of those around it, from the outermost; a task beside the flow stands in its owner. */
function whereOf(turn: Turn, path: string): readonly Said[] {
  const { states } = turn.definition
  const titles: Said[] = []
  let state: State | undefined = states.get(path)
  while (state && state.path !== '') {
    if (state.title) titles.unshift(turn.say(state.title, state.path, turn.moment))
    const owner = state.path.startsWith('~') ? state.path.slice(1, Math.max(1, state.path.lastIndexOf('.'))) : undefined
    state = states.get(state.parent ?? owner ?? '')
  }
  return titles
}

function plain(text: Said['text']): Said {
  return { text, arguments: {} }
}
