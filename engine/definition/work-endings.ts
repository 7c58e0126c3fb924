import type { Work } from './work.ts'

/** The names that work may end with, the end its lateness brings included. */
export function workEndings(work: Work): readonly string[] {
  if (work.kind === 'action' || work.kind === 'children') return ['done', 'failed']
  const end = work.deadline?.late?.end
  const own = work.kind === 'task' ? [work.ending] : ['approved', 'rejected']
  return end === undefined ? own : [...own, end]
}
