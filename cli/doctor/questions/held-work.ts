import { problem } from '../../../engine/problem/catalog.ts'
import { distance, patience, type Question, type WithStore } from '../question.ts'

/** Whether somebody took work long ago and has not finished it: a worker that hangs, or that was killed. */
export const heldWork: Question<WithStore> = {
  id: 'held-work',
  ask: ({ look, now }) =>
    look
      .heldWork(now - patience, now)
      .map(({ instance, by, until }) => problem('doctor/held-work', { instance, by, left: distance(until - now) })),
}
