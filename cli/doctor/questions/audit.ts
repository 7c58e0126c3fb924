import { problem } from '../../../engine/problem/catalog.ts'
import type { Question, WithStore } from '../question.ts'

/** Whether the chain of the audit holds. */
export const audit: Question<WithStore> = {
  id: 'audit',
  ask: async ({ look }) => {
    const { brokenAt } = await look.verifyAudit()
    return brokenAt === undefined ? [] : [problem('doctor/audit-broken', { entry: brokenAt })]
  },
}
