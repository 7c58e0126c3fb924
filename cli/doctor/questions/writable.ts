import type { Question, WithFile } from '../question.ts'

/** Whether the store can be written now: it is neither locked nor read-only. */
export const writable: Question<WithFile> = {
  id: 'writable',
  ask: ({ look }) => {
    const refusal = look.refusal()
    return refusal === undefined ? [] : [refusal]
  },
}
