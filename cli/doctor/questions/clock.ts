import { problem } from '../../../engine/problem/catalog.ts'
import { distance, type Question, type WithStore } from '../question.ts'

/** Clocks of machines differ by so much without anything being wrong. */
const allowance = 60_000

/** Whether the clock stands before what was written last. */
export const clock: Question<WithStore> = {
  id: 'clock',
  ask: ({ look, now }) => {
    const latest = look.latestMoment() ?? 0
    return latest > now + allowance ? [problem('doctor/clock-behind', { behind: distance(latest - now) })] : []
  },
}
