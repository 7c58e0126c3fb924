/** Definitions by hand, as short as their picture: targets and initial states are absolute paths. */
import type {
  Definition,
  Operation,
  Phrase,
  Rhythm,
  State,
  StateKind,
  Transition,
  Trigger,
} from '../../engine/definition/definition.ts'
import type { TaskWork, Work } from '../../engine/definition/work.ts'
import { notesTo } from '../../engine/definition/written.ts'
import { constant, type Expression } from '../../engine/expression/expression.ts'
import type { Field } from '../../engine/expression/type.ts'
import type { Text } from '../../engine/problem/problem.ts'

type Title = readonly [en: string, zh: string]
type Move = string | { readonly to?: string; readonly guard?: string; readonly note?: Title; readonly do?: Operation }
type Moves = Move | readonly Move[]

export interface StateSpec {
  readonly title?: Title
  readonly waits?: Title
  readonly task?: string
  readonly approval?: readonly string[]
  readonly action?: string
  readonly process?: string
  readonly due?: string
  readonly initial?: string
  readonly states?: Readonly<Record<string, StateSpec>>
  readonly type?: 'parallel' | 'final' | 'history'
  readonly on?: Readonly<Record<string, Moves>>
  readonly after?: Readonly<Record<string, Moves>>
  readonly always?: Moves
  readonly every?: Readonly<Record<string, { readonly title: Title; readonly role: string }>>
  readonly exit?: readonly Operation[]
}

export interface ProcessSpec extends StateSpec {
  readonly id: string
  readonly title: Title
  readonly events?: Readonly<Record<string, Title>>
  readonly params?: readonly Field[]
  readonly beside?: Readonly<Record<string, StateSpec>>
}

const place = { file: 'by-hand.yaml', line: 1, column: 1 }

export function definition(spec: ProcessSpec): Definition {
  const states = new Map<string, State>()
  const counter = { index: 0 }
  addState(states, counter, { ...spec, title: undefined }, '', '', undefined)
  const beside = Object.entries(spec.beside ?? {})
  for (const [path, state] of beside)
    addState(states, counter, state, path, path.slice(path.lastIndexOf('.') + 1), undefined)
  const events = Object.entries(spec.events ?? {}).map(([name, title]) => [
    name,
    { name, title: text(title), with: [], place },
  ])
  return {
    id: spec.id,
    version: '1.2.3',
    title: text(spec.title),
    calendar: 'office',
    endless: false,
    plugins: {},
    control: {},
    types: {},
    params: spec.params ?? [],
    input: [],
    data: { kind: 'record', name: 'data', fields: [] },
    values: [],
    events: Object.fromEntries(events),
    states,
    beside: beside.map(([path]) => path),
    output: { kind: 'record', name: 'output', fields: [] },
    expanded: {},
    written: notesTo([]).written,
    place,
  }
}

/** An expression that nobody evaluates. */
function expression(source: string): Expression {
  return constant(source, { kind: 'string' }, source)
}

function phrase([en, zh]: Title): Phrase {
  return { text: { en, zh }, arguments: {} }
}

type LooseSpec = Omit<StateSpec, 'title'> & { readonly title?: Title | undefined }

function addState(
  states: Map<string, State>,
  counter: { index: number },
  spec: LooseSpec,
  path: string,
  key: string,
  parent: string | undefined,
): void {
  const children = Object.keys(spec.states ?? {}).map((child) => (path === '' ? child : `${path}.${child}`))
  const initial = spec.initial ?? children[0]
  const work = workOf(spec)
  states.set(path, {
    path,
    key,
    kind: kindOf(spec),
    children,
    tags: [],
    metrics: {},
    requires: [],
    entry: [],
    exit: spec.exit ?? [],
    transitions: transitionsOf(spec, path, counter),
    rhythms: rhythmsOf(spec),
    output: {},
    place,
    ...(parent === undefined ? {} : { parent }),
    ...(initial === undefined || spec.type === 'parallel' ? {} : { initial }),
    ...(spec.type === 'history' ? { history: 'deep' as const } : {}),
    ...(spec.title ? { title: phrase(spec.title) } : {}),
    ...(spec.waits ? { waits: phrase(spec.waits) } : {}),
    ...(work ? { work } : {}),
  })
  for (const [child, inner] of Object.entries(spec.states ?? {}))
    addState(states, counter, inner, path === '' ? child : `${path}.${child}`, child, path)
}

function kindOf(spec: LooseSpec): StateKind {
  if (spec.type) return spec.type
  if (spec.states) return 'compound'
  return workOf(spec)?.kind ?? 'wait'
}

function text([en, zh]: Title): Text {
  return { en, zh }
}

function workOf(spec: LooseSpec): Work | undefined {
  const deadline = spec.due === undefined ? {} : { deadline: { due: expression(spec.due) } }
  const title = phrase(spec.title ?? ['Work', '工作'])
  if (spec.task) return { ...taskOf(title, spec.task), ...deadline }
  if (spec.approval) {
    const rules = { quorum: { kind: 'all' }, veto: [], notBy: [], requires: [], odds: {} } as const
    return { kind: 'approval', title, seats: spec.approval, ...rules, place, ...deadline }
  }
  if (spec.action) return { kind: 'action', action: spec.action, input: {}, result: { kind: 'string' }, place }
  if (!spec.process) return undefined
  const output = { kind: 'record', name: 'output', fields: [] } as const
  return { kind: 'children', process: spec.process, input: {}, leave: 'cancel', output, place }
}

function taskOf(title: Phrase, role: string): TaskWork {
  return { kind: 'task', ending: 'done', title, assignee: { role }, form: [], evidence: [], requires: [], place }
}

function rhythmsOf({ every = {} }: LooseSpec): readonly Rhythm[] {
  return Object.entries(every).map(([key, task]) => ({
    key,
    length: expression(key),
    task: taskOf(phrase(task.title), task.role),
  }))
}

function transitionsOf(spec: LooseSpec, source: string, counter: { index: number }): readonly Transition[] {
  const endings = ['done', 'failed', 'approved', 'rejected']
  const on = Object.entries(spec.on ?? {}).flatMap(([name, moves]) => {
    const ending: Trigger = spec.states ? { kind: 'done' } : { kind: 'ending', ending: name }
    return make(endings.includes(name) ? ending : { kind: 'event', event: name }, moves)
  })
  const after = Object.entries(spec.after ?? {}).flatMap(([key, moves]) =>
    make({ kind: 'after', key, length: expression(key) }, moves),
  )
  function make(trigger: Trigger, moves: Moves): readonly Transition[] {
    return (isList(moves) ? moves : [moves]).map((move) =>
      transition(trigger, typeof move === 'string' ? { to: move } : move),
    )
  }
  function transition(trigger: Trigger, move: Exclude<Move, string>): Transition {
    counter.index += 1
    return {
      index: counter.index,
      source,
      trigger,
      requires: [],
      stay: false,
      operations: move.do ? [move.do] : [],
      place,
      ...(move.to === undefined ? {} : { target: move.to }),
      ...(move.guard === undefined ? {} : { guard: expression(move.guard) }),
      ...(move.note === undefined ? {} : { note: phrase(move.note) }),
    }
  }
  return [...on, ...after, ...(spec.always === undefined ? [] : make({ kind: 'always' }, spec.always))]
}

function isList(moves: Moves): moves is readonly Move[] {
  return Array.isArray(moves)
}
