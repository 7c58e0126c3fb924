import { problem } from '../../../engine/problem/catalog.ts'
import { distance, patience, type Question, type WithStore } from '../question.ts'

/** Whether timers were due and nobody worked them off. */
export const overdueTimers: Question<WithStore> = {
  id: 'overdue-timers',
  ask: ({ look, now }) => {
    const overdue = look.overdueTimers(now - patience, now)
    if (overdue === undefined) return []
    const { count, instance, dueAt } = overdue
    return [problem('doctor/overdue-timers', { count, instance, late: distance(now - dueAt) })]
  },
}
