/** Who may act, by the decisions that the host takes when they do: what is named here is let through there. */
import type { ControlOperation, Definition } from '../definition/definition.ts'
import { type Directory, holdersOf } from '../people/directory.ts'
import { mayComplete, mayControl, maySend } from '../people/may-act.ts'
import type { Actor } from '../step/instance-event.ts'
import type { Holder } from './finding.ts'

/** Who may complete a task, or vote on a seat: those it is for, in the order of their ids. */
export function whoMayComplete(directory: Directory, task: string, holder: Holder, excluded: readonly string[]) {
  const { role, person, assignee } = holder
  const one = assignee ?? person
  const candidates = one === undefined ? holdersOf(directory, role ?? '') : [one]
  const facts = { id: task, ...holder, excluded, escalatedTo: [] }
  return candidates.filter((id) => allowed(directory, id, (actor) => mayComplete(facts, actor)))
}

/** Holders of one of the roles who may send the event. */
export function whoMaySend(directory: Directory, definition: Definition, event: string, roles: readonly string[]) {
  const candidates = [...new Set(roles.flatMap((role) => holdersOf(directory, role)))]
  return candidates.filter((id) => allowed(directory, id, (actor) => maySend(definition, event, actor)))
}

/** Everybody who may resume or retry. */
export function whoMayControl(directory: Directory, definition: Definition, operation: ControlOperation) {
  return [...directory.people.keys()].filter((id) =>
    allowed(directory, id, (actor) => mayControl(definition, operation, actor)),
  )
}

function allowed(directory: Directory, id: string, refuses: (actor: Actor) => unknown): boolean {
  const person = directory.people.get(id)
  return person !== undefined && refuses({ id, roles: person.roles, via: 'cli', proved: false }) === undefined
}
