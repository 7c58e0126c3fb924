/**
 * Any process of the definition language, as YAML text: nested compounds, parallels, histories, all kinds of work, work
 * beside the flow, templates with records of their own, timers, guards over data that the events write. Drawn from a
 * tape, so that a case that fails is made smaller by fast-check.
 */
import type fc from 'fast-check'
import { anyTape, Choices } from './choices.ts'
import { type Context, contentOf, forms, type Plain } from './state-content.ts'

/** A state before what it holds is written: what kind it is and what stands inside. */
export interface Sketch {
  readonly key: string
  readonly kind: SketchKind
  /** Keys from the root of its text on. */
  readonly path: string
  readonly inner: readonly Sketch[]
}

export type SketchKind =
  | 'wait'
  | 'task'
  | 'approval'
  | 'action'
  | 'children'
  | 'compound'
  | 'parallel'
  | 'final'
  | 'shallow'
  | 'deep'
  | 'use'

export const anyProcess: fc.Arbitrary<string> = anyTape(700).map((tape) => JSON.stringify(processOf(tape), null, 1))

const leaves = [
  [5, 'wait'],
  [7, 'task'],
  [2, 'approval'],
  [2, 'action'],
  [2, 'children'],
] as const

function processOf(tape: readonly number[]): Plain {
  const choices = new Choices(tape)
  const grower = new Grower(choices)
  const states = [...grower.several('', 1 + choices.upTo(3), 3), ...ends(choices)]
  const besides = choices.chance(50) ? grower.several('~', 1 + choices.upTo(1), 1) : []
  const template = grower.usesTemplate ? new Grower(choices, 'u') : undefined
  const inside = template?.several('', 1 + choices.upTo(2), 1, false) ?? []
  const flow = allOf(states)
  const context: Context = { choices, states: flow, besides: besides.map(({ key }) => key), own: false, sides: besides }
  return {
    process: 'any',
    version: '1.0.0',
    title: { en: 'Any' },
    plugins: { crew: '^1.0.0' },
    control: { suspend: ['lead'], cancel: ['lead'], retry: ['lead'] },
    ...declarations(choices),
    ...(template ? { templates: { part: templateOf(choices, inside) } } : {}),
    ...(besides.length > 0 ? { tasks: statesOf(context, besides) } : {}),
    initial: states[0]?.key ?? '',
    states: statesOf(context, states),
  }
}

function ends(choices: Choices): readonly Sketch[] {
  const end = (key: string): Sketch => ({ key, kind: 'final', path: key, inner: [] })
  return choices.chance(50) ? [end('over'), end('lost')] : [end('over')]
}

function declarations(choices: Choices): Plain {
  const byAnyone = { by: ['clerk', 'lead'] }
  const carried = { n: { type: 'integer', example: 3 }, ok: { type: 'boolean', default: false } }
  return {
    params: {
      most: { type: 'integer', default: choices.upTo(4) },
      grace: { type: 'duration', default: choices.pick(['24 hours', '2 workdays', '5 workhours', '1 month']) },
    },
    input: { when: { type: 'datetime', default: '2026-01-08T06:30:00Z' }, seed: { type: 'integer', default: 0 } },
    data: {
      a: { type: 'integer', default: choices.upTo(3) },
      b: { type: 'integer', default: 1 },
      names: { type: 'list of string', default: choices.pick([[], ['p'], ['p', 'q', 'r']]) },
      trail: { type: 'list of string', default: [] },
      ...forms.data,
    },
    values: { high: 'data.a > params.most', even: 'data.a == data.b || values.high' },
    events: {
      NEXT: { with: carried, ...byAnyone },
      BACK: { with: carried, ...byAnyone },
      STOP: { with: carried, by: ['lead'] },
      TOLD: { with: carried },
      BORN: { with: { name: 'string' } },
    },
  }
}

/** A template: an inner life of its own, with a record and perhaps work beside the flow. */
function templateOf(choices: Choices, inside: readonly Sketch[]): Plain {
  const done: Sketch = { key: 'passed', kind: 'final', path: 'passed', inner: [] }
  const states = choices.chance(60) ? [...inside, done] : inside
  const hasSide = choices.chance(40)
  const context: Context = {
    choices,
    states: allOf(states),
    besides: hasSide ? ['extra'] : [],
    own: true,
    sides: [],
  }
  return {
    with: { owner: 'role', goal: { type: 'expression', default: 'data.a > 2' } },
    data: { round: { type: 'integer', default: 1 }, ...forms.data },
    ...(hasSide ? { tasks: { extra: { task: { role: '$owner', form: forms.asked, due: '1 day' } } } } : {}),
    initial: states[0]?.key ?? '',
    states: statesOf(context, states),
  }
}

function allOf(states: readonly Sketch[]): readonly Sketch[] {
  return states.flatMap((state) => [state, ...allOf(state.inner)])
}

function statesOf(context: Context, states: readonly Sketch[]): Plain {
  return Object.fromEntries(
    states.map((state) => {
      const inner = state.inner.length > 0 ? { states: statesOf(context, state.inner) } : {}
      const initial = state.kind === 'compound' ? { initial: state.inner[0]?.key ?? '' } : {}
      return [state.key, { ...contentOf(context, state), ...initial, ...inner }]
    }),
  )
}

/** Grows trees of states under keys that are used once. */
class Grower {
  usesTemplate = false
  readonly #choices: Choices
  readonly #prefix: string
  #grown = 0

  constructor(choices: Choices, prefix = 's') {
    this.#choices = choices
    this.#prefix = prefix
  }

  several(parent: string, count: number, depth: number, templates = true): readonly Sketch[] {
    return Array.from({ length: count }, () => this.#state(parent, depth, templates))
  }

  #state(parent: string, depth: number, templates: boolean): Sketch {
    this.#grown += 1
    const key = `${this.#prefix}${this.#grown}`
    const path = parent === '' || parent === '~' ? `${parent}${key}` : `${parent}.${key}`
    const nested = [[5, 'compound'] as const, [3, 'parallel'] as const]
    const used = templates && parent !== '~' ? [[2, 'use'] as const] : []
    const kind: SketchKind = this.#choices.weighted([...leaves, ...(depth > 0 ? [...nested, ...used] : [])])
    if (kind === 'use') this.usesTemplate = true
    return { key, kind, path, inner: this.#inner(kind, path, depth - 1, templates && parent !== '~') }
  }

  #inner(kind: SketchKind, path: string, depth: number, templates: boolean): readonly Sketch[] {
    if (kind !== 'compound' && kind !== 'parallel') return []
    const inner = this.several(path, (kind === 'parallel' ? 2 : 1) + this.#choices.upTo(1), depth, templates)
    const extra = (key: SketchKind): Sketch => {
      this.#grown += 1
      const name = `${key}${this.#prefix}${this.#grown}`
      return { key: name, kind: key, path: `${path}.${name}`, inner: [] }
    }
    if (kind === 'parallel') return this.#choices.chance(15) ? [...inner, extra('shallow')] : inner
    return [
      ...inner,
      ...(this.#choices.chance(60) ? [extra('final')] : []),
      ...(this.#choices.chance(35) ? [extra('deep')] : []),
      ...(this.#choices.chance(20) ? [extra('shallow')] : []),
    ]
  }
}
