/** Timers under the simulated clock: each fires at its due time, in order. */
import { concernedAt } from '../people/ladder.ts'
import type { Actor, TimerEvent } from '../step/instance-event.ts'
import type { Timer } from '../step/record.ts'
import type { Player, World } from './world.ts'

export interface DueTimer extends Timer {
  readonly instance: string
}

const engine: Actor = { id: 'engine', roles: [], via: 'engine', proved: true }

/** The timer due first among all instances; of equal ones that of the instance started first. */
export function nextTimer(world: World): DueTimer | undefined {
  let next: DueTimer | undefined
  for (const { id, record } of world.live()) {
    for (const timer of record.timers) {
      if (!next || timer.dueAt < next.dueAt) next = { ...timer, instance: id }
    }
  }
  return next
}

/** Fires a timer; where it cannot be applied the film ends. */
export function fireTimer(world: World, timer: DueTimer): void {
  const player = world.cast.get(timer.instance)
  if (!player) return
  const escalation = timer.kind === 'late' ? escalationOf(world, player, timer) : undefined
  const event: TimerEvent = {
    kind: 'timer',
    timer: timer.id,
    at: world.now,
    actor: engine,
    ...(escalation ? { escalation } : {}),
  }
  world.broken.push(...world.give(player, event))
}

/** Whom missed work concerns now: the next step of the ladder, or the role that is named. */
function escalationOf({ project }: World, { process, record }: Player, timer: Timer): TimerEvent['escalation'] {
  const wait = record.waits.find(
    (candidate) =>
      candidate.state === timer.state && (candidate.kind !== 'task' || (candidate.rhythm ?? '') === timer.key),
  )
  const state = process.machine.definition.states.get(timer.state)
  const work = state?.rhythms.find(({ key }) => key === timer.key)?.task ?? state?.work
  const late = work && 'deadline' in work ? work.deadline?.late : undefined
  if ((wait?.kind !== 'task' && wait?.kind !== 'approval') || late?.escalate === undefined) return undefined
  if (late.escalate !== 'up') return { to: [late.escalate], last: true }
  const concerned = wait.kind === 'task' ? wait : (wait.seats.find(({ vote }) => !vote) ?? {})
  return concernedAt(project.directory, concerned, wait.level + 1)
}
