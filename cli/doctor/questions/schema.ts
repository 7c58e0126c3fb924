import { problem } from '../../../engine/problem/catalog.ts'
import type { Question, WithFile } from '../question.ts'

/** Whether the file is a store of ours, in the schema of this program. */
export const schema: Question<WithFile> = {
  id: 'schema',
  ask: ({ file: store, look: { owner, schema: found, known } }) => {
    if (owner === 'other') return [problem('store/foreign-database', { store })]
    if (found > known) return [problem('store/newer-schema', { store, found, known })]
    return found < known ? [problem('doctor/older-schema', { store, found, known })] : []
  },
}
