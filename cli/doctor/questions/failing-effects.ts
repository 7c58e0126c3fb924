import { problem } from '../../../engine/problem/catalog.ts'
import type { Question, WithStore } from '../question.ts'

/** Whether effects failed and are tried again and again. */
export const failingEffects: Question<WithStore> = {
  id: 'failing-effects',
  ask: ({ look }) =>
    look
      .failingEffects()
      .map(({ id, attempts, error }) => problem('doctor/failing-effect', { effect: id, attempts, error })),
}
