import { problem } from '../../../engine/problem/catalog.ts'
import type { Question, WithFile } from '../question.ts'

/** Whether the pages of the file fit together. */
export const soundness: Question<WithFile> = {
  id: 'soundness',
  ask: ({ file: store, look }) => {
    const [detail] = look.damage()
    return detail === undefined ? [] : [problem('store/damaged', { store, detail })]
  },
}
