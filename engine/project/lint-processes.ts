/** Judges the processes of a project against it: its languages, its calendars, its organisation, and each other. */
import type { Definition } from '../definition/definition.ts'
import { lintDefinition } from '../lint/lint-definition.ts'
import type { LintEnvironment } from '../lint/rule.ts'
import { eventsSentBy } from '../lint/sent-events.ts'
import { holdersOf } from '../people/directory.ts'
import type { Problem } from '../problem/problem.ts'
import type { ProjectSurroundings } from './load-processes.ts'

export function lintProcesses(
  definitions: readonly Definition[],
  { environment, calendars, directory }: ProjectSurroundings,
): readonly Problem[] {
  const roles = [...directory.roles.keys()]
  const against: LintEnvironment = {
    languages: environment.languages,
    calendars: new Set(calendars.keys()),
    sentEvents: new Set(definitions.flatMap((definition) => [...eventsSentBy(definition)])),
    // A project without an organisation says nothing about who there is.
    ...(directory.organisation === undefined
      ? {}
      : { roles: new Set(roles), heldRoles: new Set(roles.filter((role) => holdersOf(directory, role).length > 0)) }),
  }
  return definitions.flatMap((definition) => lintDefinition(definition, against))
}
