import { problem } from '../../../engine/problem/catalog.ts'
import { few, type Question, type WithStore } from '../question.ts'

/** Whether work failed for good and waits for a retry. */
export const incidents: Question<WithStore> = {
  id: 'incidents',
  ask: async ({ workspace: { host } }) => {
    const failed = (await host.instances()).filter((row) => row.incidents > 0)
    const count = failed.reduce((sum, row) => sum + row.incidents, 0)
    return count > 0 ? [problem('doctor/incidents', { count, instances: few(failed.map(({ id }) => id)) })] : []
  },
}
