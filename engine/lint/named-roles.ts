/** Where a definition names roles. */
import type { Definition, Operation, State } from '../definition/definition.ts'
import { peopleWork } from './people-work.ts'
import type { FindingPlace } from './rule.ts'

/** A role named somewhere. */
export interface NamedRole {
  readonly role: string
  readonly at: FindingPlace
}

/** Every naming of a role; `up` of an escalation is none. */
export function namedRoles(definition: Definition): readonly NamedRole[] {
  const { control, events, states, place } = definition
  const named = (roles: Iterable<string>, at: FindingPlace) => [...roles].map((role) => ({ role, at }))
  return [
    ...named(Object.values(control).flat(), { place }),
    ...Object.values(events).flatMap((event) => named(event.by ?? [], event)),
    ...[...states.values()].flatMap((state) => rolesOfState(state)),
    ...rolesOfWork(definition),
  ].filter(({ role }) => role !== '' && role !== 'up')
}

function rolesOfState(state: State): readonly NamedRole[] {
  const { usedAt } = state
  const moves = state.transitions.flatMap(({ by = [], operations, place }) =>
    [...by, ...rolesOfOperations(operations)].map((role) => ({ role, at: { place, usedAt } })),
  )
  const around = rolesOfOperations([...state.entry, ...state.exit]).map((role) => ({ role, at: state }))
  return [...around, ...moves]
}

function rolesOfOperations(operations: readonly Operation[]): readonly string[] {
  return operations.flatMap((operation) => {
    if (operation.kind === 'notify') return [operation.role]
    return operation.kind === 'escalate' ? [operation.to] : []
  })
}

function rolesOfWork(definition: Definition): readonly NamedRole[] {
  return peopleWork(definition).flatMap(({ state, work }) => {
    const late = work.deadline?.late?.escalate
    const roles = late === undefined ? [] : [late]
    if (work.kind === 'task') roles.push(...('role' in work.assignee ? [work.assignee.role] : []))
    else roles.push(...('evaluate' in work.seats ? [] : work.seats), ...work.veto)
    return roles.map((role) => ({ role, at: { place: work.place, usedAt: state.usedAt } }))
  })
}
