/** Judges the processes of a project against it: its languages, calendars, organisation and plugins, and each other. */
import type { Definition } from '../definition/definition.ts'
import { lintDefinition } from '../lint/lint-definition.ts'
import type { LintEnvironment } from '../lint/rule.ts'
import { holdersOf } from '../people/directory.ts'
import type { Problem } from '../problem/problem.ts'
import type { ProjectSurroundings } from './load-processes.ts'

/** `isWhole`: no process of the project is missing, so that they can be judged against each other. */
export function lintProcesses(
  definitions: readonly Definition[],
  isWhole: boolean,
  { environment, calendars, directory, actions, plugins }: ProjectSurroundings,
): readonly Problem[] {
  const roles = [...directory.roles.keys()]
  const against: LintEnvironment = {
    languages: environment.languages,
    calendars,
    ...(isWhole ? { processes: new Map(definitions.map((definition) => [definition.id, definition])) } : {}),
    plugins,
    answeredActions: new Set([...actions].flatMap(([name, { rehearse }]) => (rehearse ? [name] : []))),
    // A project without an organisation says nothing about who there is.
    ...(directory.organisation === undefined
      ? {}
      : { roles: new Set(roles), heldRoles: new Set(roles.filter((role) => holdersOf(directory, role).length > 0)) }),
  }
  return definitions.flatMap((definition) => lintDefinition(definition, against))
}
