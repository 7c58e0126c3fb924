import { problem } from '../../../engine/problem/catalog.ts'
import type { Problem } from '../../../engine/problem/problem.ts'
import type { Question, WithStore } from '../question.ts'

/** So many that moved last are proved unless all are asked for. */
const sample = 20

/** Whether journals hold: their chains, and a replay. */
export const journals: Question<WithStore> = {
  id: 'journals',
  ask: async ({ look, full, workspace: { host } }) => {
    const broken: Problem[] = []
    for (const instance of look.lastMoved(full ? -1 : sample)) {
      const proof = await host.verify(instance)
      if (!proof.ok) broken.push(problem('doctor/journal-broken', { instance }, { reasons: proof.problems }))
    }
    return broken
  },
}
