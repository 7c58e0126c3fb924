/** What a state of a random process holds: its work, its transitions, what is done on the way in and out. */
import type { Sketch } from './any-process.ts'
import type { Choices } from './choices.ts'

export type Plain = { readonly [key: string]: unknown }

/** What a state may name: the states and the work beside the flow of its text. */
export interface Context {
  readonly choices: Choices
  readonly states: readonly Sketch[]
  readonly besides: readonly string[]
  /** The text is that of a template with a record. */
  readonly own: boolean
  /** Work beside the flow, whose states are no targets of the flow. */
  readonly sides: readonly Sketch[]
}

/** Fields that forms fill in, and the data they stand for. */
export const forms = {
  data: { score: { type: 'integer', default: 0 }, ok: { type: 'boolean', default: false } },
  asked: { score: { type: 'integer', example: 4 }, ok: 'boolean', 'note?': 'text' },
} as const

/** Where an expression stands: what it may read besides the data. */
type Standing = 'plain' | 'event' | 'form' | 'votes' | 'result' | 'error'

export function contentOf(context: Context, state: Sketch): Plain {
  switch (state.kind) {
    case 'final':
      return { type: 'final', ...(state.path.includes('.') ? {} : { output: { a: 'data.a', trail: 'data.trail' } }) }
    case 'shallow':
    case 'deep':
      return { history: state.kind }
    case 'use':
      return {
        use: 'part',
        with: { owner: context.choices.pick(['clerk', 'lead']), ...usedGoal(context.choices) },
        ...on(context, state, { done: 'plain' }, 60),
      }
    default:
      return { ...(state.kind === 'parallel' ? { type: 'parallel' } : {}), ...around(context, state) }
  }
}

function usedGoal(choices: Choices): Plain {
  return choices.chance(40) ? { goal: 'data.ok || data.b > 3' } : {}
}

function around(context: Context, state: Sketch): Plain {
  const { choices } = context
  const { work, endings } = workOf(context, state)
  return {
    ...work,
    ...(choices.chance(30) ? { tags: [choices.pick(['hot', 'cold'])] } : {}),
    ...(choices.chance(20) ? { metric: { seen: 'data.a' } } : {}),
    ...(choices.chance(25) ? { entry: operations(context, state, 'plain') } : {}),
    ...(choices.chance(25) ? { exit: operations(context, state, 'plain') } : {}),
    ...(state.kind === 'wait' ? { waits: { en: 'something' } } : {}),
    ...on(context, state, endings, 70),
    ...(choices.chance(25) ? { always: always(context, state) } : {}),
    ...(choices.chance(30) ? { after: after(context, state) } : {}),
    ...(choices.chance(15) ? { at: [{ when: 'data.when', ...move(context, state, 'plain') }] } : {}),
    ...(choices.chance(20) ? { every: rhythms(context, state) } : {}),
  }
}

/** The work of a state, and the endings it may have with what each lets an expression read. */
function workOf(context: Context, state: Sketch): { readonly work: Plain; readonly endings: Record<string, Standing> } {
  const { choices } = context
  switch (state.kind) {
    case 'task': {
      const named = choices.chance(25) ? { event: `DONE_${state.key.toUpperCase()}` } : {}
      const { late, ...deadline } = deadlineOf(choices)
      const ends: Record<string, Standing> = 'end' in late ? { EXPIRED: 'plain' } : {}
      const task = { ...taskOf(context), ...named, ...deadline, late }
      return { work: { task }, endings: { [named.event ?? 'done']: 'form', ...ends } }
    }
    case 'approval': {
      const { late, ...deadline } = deadlineOf(choices)
      const ends: Record<string, Standing> = 'end' in late ? { EXPIRED: 'plain' } : {}
      return {
        work: { approval: { ...approvalOf(context), ...deadline, late } },
        endings: { approved: 'votes', rejected: 'votes', ...ends },
      }
    }
    case 'action':
      return {
        work: {
          action: 'crew.double-value',
          with: { value: choices.pick(['data.a', 'data.b + 1', 'round(12 / (data.a - 2))']) },
        },
        endings: { done: 'result', ...(choices.chance(50) ? { failed: 'error' as const } : {}) },
      }
    case 'children':
      return {
        work: childrenOf(context),
        endings: { done: 'plain', ...(choices.chance(50) ? { failed: 'plain' as const } : {}) },
      }
    case 'compound':
    case 'parallel':
      return { work: {}, endings: { done: 'plain' } }
    default:
      return { work: {}, endings: {} }
  }
}

function taskOf(context: Context): Plain {
  const { choices, own } = context
  const role = own ? '$owner' : choices.pick(['clerk', 'lead'])
  return {
    ...(choices.chance(20) ? { person: "'ann'" } : { role }),
    ...(choices.chance(70) ? { form: forms.asked } : { form: { ok: 'boolean', score: 'integer' } }),
    ...(choices.chance(10) ? { evidence: [{ kind: 'paper', title: { en: 'Paper' }, required: true }] } : {}),
    ...(choices.chance(20) ? { requires: requires(choices, ['form.score > 0', 'form.ok || data.a > 0']) } : {}),
  }
}

function approvalOf({ choices }: Context): Plain {
  return {
    of: choices.weighted<string | readonly string[]>([
      [4, ['clerk', 'lead', 'chief']],
      [2, ['lead', 'lead']],
      [2, 'data.names'],
    ]),
    quorum: choices.pick(['all', 'any', 'majority', '50%']),
    ...(choices.chance(20) ? { requires: requires(choices, ['data.a > 0', 'votes.seats > 1']) } : {}),
  }
}

function childrenOf({ choices }: Context): Plain {
  const many = choices.chance(70)
  return {
    process: 'child',
    ...(many ? { each: 'x in data.names', with: { name: 'x' } } : { with: { name: "'one'" } }),
    ...(many && choices.chance(30) ? { limit: 1 } : {}),
    ...(choices.chance(30) ? { leave: 'keep' } : {}),
  }
}

function deadlineOf(choices: Choices): { readonly late: Plain; readonly due: string; readonly remind?: string } {
  const after = choices.chance(50) ? { after: choices.pick(['1 day', '1 workday', '3 hours']) } : {}
  const late = choices.weighted<Plain>([
    [3, { escalate: 'up', ...after }],
    [2, { escalate: 'chief' }],
    [2, { end: 'EXPIRED', ...after }],
  ])
  const due = choices.pick(['2 days', '3 workdays', '6 workhours', 'grace', 'data.when', '1 month', '90 minutes'])
  return { due, late, ...(choices.chance(30) ? { remind: choices.pick(['1 hour before', '1 workday before']) } : {}) }
}

function requires(choices: Choices, that: readonly [string, ...string[]]): readonly Plain[] {
  return [{ that: choices.pick(that), else: { en: 'Not so.' } }]
}

/** Moves by events, and by the endings of the state's work, each taken with so many chances of a hundred. */
function on(context: Context, state: Sketch, endings: Record<string, Standing>, often: number): Plain {
  const { choices } = context
  const moves: Record<string, unknown> = {}
  for (const [ending, standing] of Object.entries(endings)) {
    // A name of its own for an ending must be taken, else it means nothing.
    if (ending !== ending.toLowerCase() || ending === 'failed' || choices.chance(often + 20))
      moves[ending] = several(context, state, standing)
  }
  for (const event of ['NEXT', 'BACK', 'STOP', 'TOLD']) {
    if (choices.chance(event === 'NEXT' ? often : 25)) moves[event] = several(context, state, 'event')
  }
  Object.assign(moves, interruption(context, state))
  if (state.kind === 'children') moves.BORN = { assign: { trail: 'data.trail + [event.name]' } }
  return Object.keys(moves).length > 0 ? { on: moves } : {}
}

/** A state that can come back to where it was is interrupted from outside, and others lead back into it. */
function interruption({ choices, states }: Context, { path, kind, inner }: Sketch): Plain {
  if (path.startsWith('~')) return {}
  const histories = states.filter((other) => isHistory(other) && !other.path.startsWith(`${path}.`))
  const outside = states.filter((other) => other.path !== path && !other.path.startsWith(`${path}.`))
  const waiting = outside.filter((other) => other.kind === 'wait')
  const away = inner.some(isHistory) && choices.chance(80) ? choices.any(waiting) : undefined
  const back = choices.chance(kind === 'wait' ? 70 : 10) ? choices.any(histories) : undefined
  return {
    ...(away ? { STOP: { target: `/${away.path}` }, NEXT: { assign: { b: 'data.b + 1' } } } : {}),
    ...(back ? { BACK: { target: `/${back.path}` } } : {}),
  }
}

function isHistory({ kind }: Sketch): boolean {
  return kind === 'deep' || kind === 'shallow'
}

function several(context: Context, state: Sketch, standing: Standing): Plain | readonly Plain[] {
  const { choices } = context
  const last = { ...move(context, state, standing), ...judged(choices, standing) }
  if (!choices.chance(40)) return last
  const guarded = { guard: guard(context, standing), ...move(context, state, standing), ...judged(choices, standing) }
  return choices.chance(70) ? [guarded, last] : guarded
}

/** Who may and what must hold: only where somebody is there to be told. */
function judged(choices: Choices, standing: Standing): Plain {
  if (standing !== 'event' && standing !== 'form' && standing !== 'votes') return {}
  return {
    ...(standing === 'event' && choices.chance(15) ? { by: ['lead'] } : {}),
    ...(choices.chance(15) ? { requires: requires(choices, ['data.a < 6', '!data.ok', 'values.even']) } : {}),
  }
}

/** Where to and what is done on the way; without a target it says so. */
function move(context: Context, state: Sketch, standing: Standing): Plain {
  const { choices } = context
  const target = choices.chance(75) ? targetOf(context, state) : undefined
  const done = choices.chance(60) || target === undefined ? operations(context, state, standing) : {}
  const stay = target === undefined && standing === 'form' ? { stay: true } : {}
  const leave = target !== undefined && choices.chance(10) ? { leave: choices.pick(['keep', 'cancel']) } : {}
  const note = choices.chance(10) ? { note: { en: 'At {a}' } } : {}
  return { ...(target === undefined ? {} : { target }), ...done, ...stay, ...leave, ...note }
}

/** Mostly a state beside it or around it, else any state of its text. Work beside the flow stays where it is. */
function targetOf({ choices, states, sides }: Context, { path }: Sketch): string | undefined {
  if (path.startsWith('~')) {
    const root = path.split('.')[0] ?? ''
    const around = sides.find((side) => side.path === root)?.inner ?? []
    return choices.any(around.filter(({ kind }) => kind !== 'use').map(({ key }) => key))
  }
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')))
  const siblings = states.filter((other) => other.path.slice(0, Math.max(0, other.path.lastIndexOf('.'))) === parent)
  const near = [...siblings, ...states.filter((other) => path.startsWith(`${other.path}.`))]
  const histories = states.filter(isHistory)
  const from = choices.weighted([
    [6, near],
    [histories.length > 0 ? 3 : 0, histories],
    [3, states],
  ])
  return `/${choices.any(from)?.path ?? ''}`
}

function guard({ choices, own }: Context, standing: Standing): string {
  const read: Record<Standing, readonly string[]> = {
    plain: [],
    event: ['event.n > data.a', 'event.ok', '!event.ok || event.n > 2'],
    form: ['form.score > data.a', 'form.ok', 'form.score > params.most'],
    votes: ['votes.approved > 1', 'votes.rejected == 0'],
    result: ['result.value > 5', 'result.value > data.a'],
    error: ["error.code == 'busy'"],
  }
  const always = [
    'data.a > data.b',
    'data.ok',
    'values.high',
    '!values.even',
    'data.score > 4',
    'data.trail.size() > 2',
  ]
  const rare = choices.chance(8) ? ['round(12 / (data.a - 2)) > 3'] : []
  return choices.any([...read[standing], ...rare, ...(own ? ['own.round > 1', '$goal'] : []), ...always]) ?? 'true'
}

/** Moves without an event mostly undo what let them happen, so that few go round for ever. */
function always(context: Context, state: Sketch): readonly Plain[] {
  const { choices, states, own } = context
  const target = state.path.startsWith('~') ? undefined : targetOf(context, state)
  const inner = states.filter(({ kind }) => kind !== 'final' && kind !== 'shallow' && kind !== 'deep')
  const path = choices.any(inner)?.path
  const seen = path === undefined || state.path.startsWith('~') ? 'data.ok' : `active('/${path}') && data.a > 1`
  const hot = path === undefined || state.path.startsWith('~') ? 'data.ok' : `tagged('/${path}', 'hot') && data.a > 1`
  return [
    choices.weighted<Plain>([
      [4, { guard: 'data.a > 3', ...(target ? { target } : {}), assign: { a: '0' } }],
      [2, { guard: 'data.ok', ...(target ? { target } : {}), assign: { ok: 'false', trail: "data.trail + ['ok']" } }],
      [2, { guard: seen, ...(target ? { target } : {}), assign: { a: 'data.a - 2' } }],
      [2, { guard: hot, ...(target ? { target } : {}), assign: { a: '1' } }],
      [own ? 2 : 0, { guard: 'own.round > 2', ...(target ? { target } : {}), assign: { 'own.round': '0' } }],
      [1, { guard: '!data.ok && data.a > 1', ...(target ? { target } : {}) }],
    ]),
  ]
}

function after(context: Context, state: Sketch): Plain {
  const { choices } = context
  const lengths = choices.pick(['12 hours', '1 workday', 'grace', '3 workhours, 2 days', '1 week']).split(', ')
  return Object.fromEntries(lengths.map((length) => [length, move(context, state, 'plain')]))
}

function rhythms(context: Context, state: Sketch): Plain {
  const { choices } = context
  const length = choices.pick(['1 day', '2 workdays', '1 week'])
  if (choices.chance(50)) return { [length]: move(context, state, 'plain') }
  const { late, ...deadline } = deadlineOf(choices)
  const ended = { assign: { trail: "data.trail + ['beat']" } }
  const on = { done: ended, ...('end' in late ? { EXPIRED: ended } : {}) }
  return { [length]: { task: { role: 'clerk', form: forms.asked, ...deadline, late }, on } }
}

function operations(context: Context, { key, kind }: Sketch, standing: Standing): Plain {
  const { choices, besides, own } = context
  const read: Record<Standing, string> = {
    plain: 'data.b',
    event: 'event.n',
    form: 'form.score',
    votes: 'votes.approved',
    result: 'result.value',
    error: '1',
  }
  const assigned = choices.weighted<Plain>([
    [3, { trail: `data.trail + ['${key}']` }],
    [3, { a: 'data.a + 1', trail: `data.trail + ['${key}']` }],
    [2, { a: read[standing] }],
    [2, { ok: '!data.ok', b: 'data.a' }],
    [2, { names: choices.pick(['data.trail', "['v', 'w']", "['v']"]) }],
    [own ? 4 : 0, { 'own.round': 'own.round + 1' }],
    [own ? 1 : 0, { 'own.score': read[standing], trail: '[]' }],
  ])
  const open = choices.any(besides)
  return {
    assign: assigned,
    ...(choices.chance(10) ? { notify: { role: 'lead', text: { en: 'Now {a}' } } } : {}),
    ...(choices.chance(8) ? { escalate: 'chief' } : {}),
    ...(choices.chance(15) && open !== undefined ? { open } : {}),
    ...(choices.chance(6) ? { start: { process: 'child', with: { name: "'aside'" } } } : {}),
    ...(choices.chance(8) && kind === 'children'
      ? { send: { event: 'HELLO', to: 'children', with: { to: "'you'" }, missing: 'ignore' } }
      : {}),
  }
}
