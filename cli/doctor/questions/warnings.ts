import { problem } from '../../../engine/problem/catalog.ts'
import type { Question, WithProject } from '../question.ts'

/** Whether `picket check` would warn. That it finds no error is known before anything of a project is asked. */
export const warnings: Question<WithProject> = {
  id: 'warnings',
  ask: ({ project: { warnings: found } }) =>
    found.length > 0 ? [problem('doctor/project-warns', { warnings: found.length })] : [],
}
