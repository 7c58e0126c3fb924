/** The project that a command works on, or why there is none. */
import { problem } from '../engine/problem/catalog.ts'
import { misuse } from './failure.ts'
import { findProject } from './nearest-project.ts'

/** As `findProject`; where there is none the command is given up. */
export function needProject(directory: string, named?: string): string {
  const found = findProject(directory, named)
  if (found !== undefined) return found
  return misuse(problem('cli/no-project', { path: named ?? directory }))
}
