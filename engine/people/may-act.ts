/**
 * May this actor do this? Pure decisions, made before an event reaches the step: undefined when they may, else the
 * problem that refuses it. Whether a thing can be done at all (is the task open, does the state take the event) is not
 * judged here.
 */
import type { ControlOperation, Definition } from '../definition/definition.ts'
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import type { Actor } from '../step/instance-event.ts'
import { type Directory, superiorsOf } from './directory.ts'

/** What these decisions read of a task. */
export interface TaskFacts {
  readonly id: string
  readonly role?: string
  readonly person?: string
  readonly assignee?: string
  /** People who may not decide it, since the work it judges is theirs. */
  readonly excluded: readonly string[]
  readonly escalatedTo: readonly string[]
}

/**
 * May they send the event? Processes always may. Else the roles under the event's `by` may, or, where it has none,
 * those under `by` of the transitions that take it; which of these is taken, and its own `by`, the step judges.
 */
export function maySend(definition: Definition, event: string, actor: Actor): Problem | undefined {
  if (isEngine(actor)) return undefined
  const declaration = Object.hasOwn(definition.events, event) ? definition.events[event] : undefined
  if (declaration === undefined) return undefined
  const roles = declaration.by ?? rolesOfTransitions(definition, event)
  if (roles.length === 0) return problem('people/only-processes-send', { event })
  return holdsOne(actor, roles) ? undefined : problem('people/may-not-send', { person: actor.id, event, roles })
}

/** May they complete the task, or cast the vote it is? One who was assigned to it may, whatever their roles. */
export function mayComplete(task: TaskFacts, actor: Actor): Problem | undefined {
  if (task.assignee !== undefined && task.assignee !== actor.id) {
    return problem('people/claimed-by-other', { task: task.id, assignee: task.assignee })
  }
  if (task.excluded.includes(actor.id)) return problem('people/excluded', { task: task.id, person: actor.id })
  return task.assignee === actor.id ? undefined : entitled(task, actor)
}

/** May they take the task? The same who may complete it. */
export function mayClaim(task: TaskFacts, actor: Actor): Problem | undefined {
  return mayComplete(task, actor)
}

/** May they give the task back? Who has it, their superiors, and those it was escalated to. */
export function mayRelease(directory: Directory, task: TaskFacts, actor: Actor): Problem | undefined {
  if (task.assignee === undefined) return problem('people/not-claimed', { task: task.id })
  if (task.assignee === actor.id || standsAbove(directory, task, actor)) return undefined
  return problem('people/may-not-release', { task: task.id, person: actor.id, assignee: task.assignee })
}

/**
 * May they give the task to `to`? Who may complete it, their superiors, the roles of its ladder, and those it was
 * escalated to may; and only to one who is entitled to it. `to` is who it shall be given to, as the directory knows
 * them.
 */
export function mayAssign(directory: Directory, task: TaskFacts, to: Actor, actor: Actor): Problem | undefined {
  const own = mayComplete({ ...task, excluded: [] }, actor) === undefined
  if (!own && !standsAbove(directory, task, actor)) {
    return problem('people/may-not-assign', { task: task.id, person: actor.id })
  }
  if (task.excluded.includes(to.id)) return problem('people/excluded', { task: task.id, person: to.id })
  return entitled(task, to)
}

/**
 * May they suspend, resume, cancel the instance or retry its incident? The roles under `control:` may. Who may suspend
 * may resume, and who may do any of these may retry, where these have no roles of their own.
 */
export function mayControl(definition: Definition, operation: ControlOperation, actor: Actor): Problem | undefined {
  if (isEngine(actor)) return undefined
  const roles = controlRoles(definition, operation)
  // Without `control:` a retry must still be possible, or the instance could never move again.
  if (operation === 'retry' && roles.length === 0) return undefined
  if (roles.length === 0) return problem('people/nobody-controls', { operation, process: definition.id })
  return holdsOne(actor, roles) ? undefined : problem('people/may-not-control', { person: actor.id, operation, roles })
}

/** May they erase what the store holds of a person? Only the roles that the project names for it may. */
export function mayErase(roles: readonly string[], actor: Actor): Problem | undefined {
  if (roles.length === 0) return problem('people/nobody-erases', {})
  return holdsOne(actor, roles) ? undefined : problem('people/may-not-erase', { person: actor.id, roles })
}

function controlRoles({ control }: Definition, operation: ControlOperation): readonly string[] {
  const own = control[operation]
  if (own !== undefined) return own
  if (operation === 'resume') return control.suspend ?? []
  return operation === 'retry' ? [...new Set(Object.values(control).flat())] : []
}

function rolesOfTransitions({ states }: Definition, event: string): string[] {
  const transitions = [...states.values()].flatMap((state) => state.transitions)
  const taking = transitions.filter(({ trigger }) => trigger.kind === 'event' && trigger.event === event)
  return [...new Set(taking.flatMap(({ by = [] }) => by))]
}

/** Whether the task is for them: it names them, or a role of theirs. */
function entitled({ id, role, person }: TaskFacts, actor: Actor): Problem | undefined {
  if (person !== undefined) {
    return person === actor.id
      ? undefined
      : problem('people/task-of-other', { task: id, owner: person, person: actor.id })
  }
  if (role === undefined || actor.roles.includes(role)) return undefined
  return problem('people/lacks-role', { task: id, role, person: actor.id })
}

function standsAbove(directory: Directory, task: TaskFacts, actor: Actor): boolean {
  const below = [task.assignee, task.person].filter((person) => person !== undefined)
  if (below.some((person) => superiorsOf(directory, person).includes(actor.id))) return true
  const ladder = task.role === undefined ? [] : (directory.ladders.get(task.role) ?? [])
  return holdsOne(actor, ladder) || [actor.id, ...actor.roles].some((name) => task.escalatedTo.includes(name))
}

function holdsOne(actor: Actor, roles: readonly string[]): boolean {
  return actor.roles.some((role) => roles.includes(role))
}

function isEngine({ via }: Actor): boolean {
  return via === 'process' || via === 'engine'
}
