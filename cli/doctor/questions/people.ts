import { holdersOf } from '../../../engine/people/directory.ts'
import { problem } from '../../../engine/problem/catalog.ts'
import { few, type Question, type WithStore } from '../question.ts'

/** Whether people are loaded, and somebody holds every role that the processes name. */
export const people: Question<WithStore> = {
  id: 'people',
  ask: ({ project, workspace: { directory } }) => {
    if (directory.people.size === 0) return [problem('doctor/nobody-loaded', {})]
    const named = [...project.definitions.values()].flatMap(({ written }) => written.roles)
    const roles = [...new Set(named.map(({ role }) => role))].sort()
    const unheld = roles.filter((role) => holdersOf(directory, role).length === 0)
    return unheld.length > 0 ? [problem('doctor/roles-unheld', { roles: few(unheld) })] : []
  },
}
