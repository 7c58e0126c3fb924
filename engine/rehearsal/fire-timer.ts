/** Timers under the simulated clock: each fires at its due time, in order. */
import { concernedAt } from '../people/ladder.ts'
import type { Actor, TimerEvent } from '../step/instance-event.ts'
import type { Timer } from '../step/record.ts'
import { isLive, type Player, type World } from './world.ts'

export interface DueTimer {
  readonly player: Player
  readonly timer: Timer
}

const engine: Actor = { id: 'engine', roles: [], via: 'engine', proved: true }

/** The timer due first among all instances; of equal ones that of the instance started first. */
export function nextTimer(world: World): DueTimer | undefined {
  let next: DueTimer | undefined
  for (const player of world.cast.values()) {
    // The timers of a record stand in the order they are due.
    const [timer] = isLive(player) ? player.record.timers : []
    if (timer && (!next || timer.dueAt < next.timer.dueAt)) next = { player, timer }
  }
  return next
}

/** Fires a timer; where it cannot be applied the film ends. */
export function fireTimer(world: World, { player, timer }: DueTimer): void {
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
