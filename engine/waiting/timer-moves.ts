/** What the clock will do to something that waits. */
import type { Definition, Transition } from '../definition/definition.ts'
import type { Timer } from '../step/record.ts'
import { outwards, type Scene, type Thing } from './circumstances.ts'
import { findUnmet } from './find-unmet.ts'
import type { Move, Reason } from './finding.ts'

export interface Clocked {
  readonly reasons: readonly Reason[]
  readonly moves: readonly Move[]
}

/** Timers of the state and of those around it; the due times of work are told with the work. */
export function timerMoves(scene: Scene, thing: Thing): Clocked {
  const { definition, record, now } = scene.situation
  const reasons: Reason[] = []
  const moves: Move[] = []
  for (const path of outwards(scene, thing.state)) {
    const around = path !== thing.state
    for (const timer of record.timers) {
      if (timer.state !== path || timer.kind === 'remind') continue
      const fired = firedBy(definition, thing, timer)
      if (!fired) continue
      const movesOn = fired.transition === undefined || fired.transition.target !== undefined
      if (around && !movesOn) continue
      const { dueAt, estimated } = timer
      const facts = { timer: timer.id, timerKind: timer.kind, dueAt, movesOn }
      reasons.push({ kind: 'timer', ...facts, ...(estimated ? { estimated } : {}) })
      if (!movesOn) continue
      const guard = fired.transition?.guard
      const unmet = guard ? findUnmet({ scene, id: thing.id, path }, guard) : []
      moves.push(
        dueAt <= now && unmet.length === 0
          ? { kind: 'run' }
          : { kind: 'wait', until: dueAt, timer: timer.id, around, unmet },
      )
    }
  }
  return { reasons, moves }
}

/** What follows when a timer fires: a transition, or the end that work takes by itself; undefined where nothing does. */
function firedBy(
  { states }: Definition,
  thing: Thing,
  { kind, state, key }: Timer,
): { readonly transition?: Transition } | undefined {
  if (kind === 'late') {
    const found = states.get(state)
    const work = found?.rhythms.find((rhythm) => rhythm.key === key)?.task ?? found?.work
    const isOwn = thing.state === state && thing.kind === 'wait' && rhythmOf(thing) === key
    return isOwn && work && 'deadline' in work && work.deadline?.late?.end !== undefined ? {} : undefined
  }
  const matching = states
    .get(state)
    ?.transitions.filter(({ trigger }) => trigger.kind === kind && 'key' in trigger && trigger.key === key)
  const transition = matching?.find(({ target }) => target !== undefined) ?? matching?.[0]
  return transition && { transition }
}

function rhythmOf(thing: Thing): string {
  return thing.kind === 'wait' && thing.wait.kind === 'task' ? (thing.wait.rhythm ?? '') : ''
}
