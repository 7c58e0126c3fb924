import { problem } from '../../../engine/problem/catalog.ts'
import { distance, patience, type Question, type WithStore } from '../question.ts'

/** Whether effects wait to be performed and nobody performs them. */
export const overdueEffects: Question<WithStore> = {
  id: 'overdue-effects',
  ask: ({ look, now }) => {
    const overdue = look.overdueEffects(now - patience, now)
    if (overdue === undefined) return []
    const { count, instance, dueAt } = overdue
    return [problem('doctor/overdue-effects', { count, instance, late: distance(now - dueAt) })]
  },
}
