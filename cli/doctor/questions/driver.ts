import { isEngineError } from '../../../engine/problem/engine-error.ts'
import type { Machine, Question } from '../question.ts'

/** Whether SQLite can be used at all. */
export const driver: Question<Machine> = {
  id: 'driver',
  ask: async ({ engine }) => {
    try {
      const look = await engine.lookAtStore(':memory:')
      look.close()
      return []
    } catch (thrown) {
      if (isEngineError(thrown)) return [thrown.problem]
      throw thrown
    }
  },
}
