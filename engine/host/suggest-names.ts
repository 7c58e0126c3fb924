/** What was meant by a name nobody knows: looked for after the refusal, outside the transaction. */
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import type { Ledger } from './ledger.ts'

/** The answer, where it refuses an unknown instance or task with the nearest name there is. */
export async function suggestNames<T>(ledger: Ledger, now: number, answer: Answer<T>): Promise<Answer<T>> {
  if (answer.ok || !answer.problems.some(isUnknown)) return answer
  const problems = await Promise.all(answer.problems.map((found) => withNearest(ledger, now, found)))
  return { ok: false, problems }
}

function isUnknown({ code }: Problem): boolean {
  return code === 'host/unknown-instance' || code === 'host/unknown-task'
}

async function withNearest(ledger: Ledger, now: number, found: Problem): Promise<Problem> {
  if (found.code === 'host/unknown-instance') {
    const instance = String(found.blanks.instance)
    const known = (await ledger.instances({}, now)).map(({ id }) => id)
    return problem(found.code, { instance, near: nearestName(instance, known) })
  }
  if (found.code !== 'host/unknown-task') return found
  const task = String(found.blanks.task)
  const known = (await ledger.tasks({}, now)).map(({ id }) => id)
  return problem(found.code, { task, near: nearestName(task, known) })
}
