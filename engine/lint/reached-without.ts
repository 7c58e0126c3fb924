/** Which states can be come to before a field of data was filled in. */
import type { Definition, Operation, State, Transition } from '../definition/definition.ts'
import type { Expression } from '../expression/expression.ts'
import { partsOf } from '../expression/parts-of.ts'
import { dataPath } from './declared-data.ts'
import { closure, enteredWith, isWithin, mayBeActiveTogether } from './state-graph.ts'
import { absolute, askedFor, readsOf } from './uses.ts'

/** A field of `data` or of a record that is absent until a form or an assignment fills it. */
export interface DataField {
  readonly name: string
  readonly record?: string
  /** How expressions read it. */
  readonly path: string
}

/** The field that a path of an expression begins with, if it is not there from the start and yet not optional. */
export function owedField(
  { data, input }: Definition,
  own: string | undefined,
  path: readonly string[],
): DataField | undefined {
  const [root, ...rest] = absolute(path, { own })
  if (root !== 'data' || rest.length === 0) return undefined
  const [first = '', second] = rest
  const field = data.fields.find(({ name }) => name === first)
  const isRecord = field?.type.kind === 'record' && field.type.name === first && second !== undefined
  if (isRecord && field.type.kind === 'record') {
    const inner = field.type.fields.find(({ name }) => name === second)
    const owed = inner && !inner.optional && inner.default === undefined
    return owed ? { name: inner.name, record: first, path: dataPath(first, inner.name) } : undefined
  }
  const owed = field && !field.optional && field.default === undefined && !input.some(({ name }) => name === first)
  return owed ? { name: first, path: dataPath(undefined, first) } : undefined
}

/** States whose task asks for the field in its form. */
export function fillersOf({ states }: Definition, field: DataField): readonly State[] {
  return [...states.values()].filter((state) => fills(state, field))
}

function fills({ work, own }: State, { path }: DataField): boolean {
  return work?.kind === 'task' && work.form.some(({ name }) => dataPath(own, name) === path)
}

/** States that can be active while the field is still absent, as far as the flow shows. */
export function reachedWithout(
  definition: Definition,
  field: DataField,
  fillers: readonly State[],
  movesOf: (path: string) => readonly Transition[],
): ReadonlySet<string> {
  const next = (path: string): readonly string[] => {
    const state = definition.states.get(path)
    if (!state || assigns(state.exit, field)) return []
    const inner = state.kind === 'history' ? [] : enteredWith(definition, state)
    const moves = movesOf(path).flatMap((move) =>
      move.target !== undefined && mayStayAbsent(definition, move, field, fillers) ? [move.target] : [],
    )
    return [...inner, ...moves].filter((target) => !isFilledIn(definition.states.get(target), field))
  }
  return closure(isFilledIn(definition.states.get(''), field) ? [] : [''], next)
}

/** What a history goes back to was come to before; a state may assign the field as it is entered. */
function isFilledIn(state: State | undefined, field: DataField): boolean {
  return !state || state.kind === 'history' || assigns(state.entry, field)
}

/** Whether a move can be taken without the field, and leaves it absent. */
function mayStayAbsent(
  definition: Definition,
  { source, trigger, guard, requires, operations }: Transition,
  field: DataField,
  fillers: readonly State[],
): boolean {
  const state = definition.states.get(source)
  if (!state || assigns(operations, field) || assigns(state.exit, field)) return false
  const { work, own } = state
  const handsIn = trigger.kind === 'ending' && work?.kind === 'task' && trigger.ending === work.ending
  if (handsIn && fills(state, field)) return false
  // Another region may be where the field was filled, and nobody leaves the parallel before.
  if (fillers.some(({ path }) => isInAnotherRegion(definition, path, source))) return false
  // A parallel is done only when all its regions are, whichever of them fills the field.
  if (trigger.kind === 'done' && state.kind === 'parallel' && fillers.some(({ path }) => isWithin(path, source)))
    return false
  const conditions = [
    ...(guard ? [guard] : []),
    ...requires.flatMap(({ that, when }) => (when ? [that, when] : [that])),
  ]
  return !conditions.some((expression) => {
    const written = { expression, own }
    return askedFor(written).has(field.path) || readsOf(written).has(field.path) || asksForStates(expression)
  })
}

function isInAnotherRegion(definition: Definition, path: string, source: string): boolean {
  return !isWithin(path, source) && !isWithin(source, path) && mayBeActiveTogether(definition, path, source)
}

/** What `active()` and `tagged()` say of other states may be that the field was filled. */
function asksForStates({ syntax }: Expression): boolean {
  const parts = syntax ? [...partsOf(syntax)] : []
  return parts.some((part) => part.kind === 'call' && (part.name === 'active' || part.name === 'tagged'))
}

function assigns(operations: readonly Operation[], { path }: DataField): boolean {
  return operations.some(
    (operation) =>
      operation.kind === 'assign' && operation.writes.some((write) => dataPath(write.record, write.field) === path),
  )
}
