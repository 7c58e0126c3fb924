import type { CompileOptions } from '../../engine/expression/expression.ts'
import { compileExpression, type Scope, type World } from '../../engine/expression/expression.ts'
import type { Field, RecordType, Type } from '../../engine/expression/type.ts'

const day = 86_400_000

/** `record('area', { id: 'string', 'note?': 'text' })`; a type in brackets is a list. */
export function record(name: string, fields: Readonly<Record<string, string | Type>>): RecordType {
  return { kind: 'record', name, fields: Object.entries(fields).map(([key, type]) => field(key, type)) }
}

export function field(key: string, type: string | Type): Field {
  return {
    name: key.replace('?', ''),
    optional: key.endsWith('?'),
    type: typeof type === 'string' ? simple(type) : type,
  }
}

export function list(item: string | Type): Type {
  return { kind: 'list', item: typeof item === 'string' ? simple(item) : item }
}

export function words(name: string, ...all: string[]): Type {
  return { kind: 'enum', name, words: all.map((word) => ({ word })) }
}

function simple(kind: string): Type {
  return { kind } as Type
}

export const step = words('step', 'vision', 'strategy', 'culture')
export const area = record('area', { id: 'string', weight: 'number', integrated: 'boolean' })
export const milestone = record('milestone', { name: 'string', by: 'date', 'metOn?': 'date' })

export const scope: Scope = {
  variables: {
    now: { kind: 'datetime' },
    data: record('data', {
      n: 'number',
      i: 'integer',
      yes: 'boolean',
      name: 'string',
      price: 'money',
      day: 'date',
      at: 'datetime',
      grace: 'duration',
      step,
      areas: list(area),
      milestones: list(milestone),
      numbers: list('number'),
      names: list('string'),
      days: list('date'),
      'note?': 'text',
      'training?': record('training', { pairs: list('string'), 'end?': 'date' }),
    }),
  },
  types: { area, milestone, step },
  resolveState: (name) => (name === '/a.b' || name === 'b' ? '/a.b' : undefined),
}

export const activation = {
  now: '2026-03-01T00:00:00.000Z',
  data: {
    n: 2.5,
    i: 7,
    yes: true,
    name: 'Hope 希望',
    price: '50000.10',
    day: '2026-01-05',
    at: '2026-01-05T01:00:00.000Z',
    grace: '24 hours',
    step: 'vision',
    areas: [
      { id: 'a', weight: 0.7, integrated: false },
      { id: 'b', weight: 0.3, integrated: true },
    ],
    milestones: [
      { name: 'x', by: '2026-01-10', metOn: '2026-01-08' },
      { name: 'y', by: '2026-01-10' },
    ],
    numbers: [0.1, 0.2, 3],
    names: ['b', 'a'],
    days: ['2026-01-05', '2026-01-07'],
  },
}

/** A world in UTC where every day is a working day. */
export const world: World = {
  isActive: (path) => path === '/a.b',
  hasTag: (path, tag) => path === '/a.b' && tag === 'settled',
  calendar: {
    addDuration: (at, length) =>
      at + (length.days ?? 0) * day + (length.weeks ?? 0) * 7 * day + (length.hours ?? 0) * 3_600_000,
    workdaysBetween: (from, to) => to - from,
    addWorkdays: (from, count) => from + count,
    dayOf: (ms) => Math.floor(ms / day),
    startOfDay: (at) => at * day,
  },
}

export function evaluate(text: string, options: CompileOptions = {}) {
  const compiled = compileExpression(text, scope, options)
  if (!compiled.ok) throw new Error(`${text}: ${JSON.stringify(compiled.problems)}`)
  return compiled.expression.evaluate(activation, world)
}

/** `code@column` of every fault. */
export function faults(text: string, options: CompileOptions = {}): string[] {
  const compiled = compileExpression(text, scope, { place: { file: 'f', line: 1, column: 1 }, ...options })
  return compiled.problems.map(({ code, place }) => `${code.replace('expression/', '')}@${place?.column}`)
}
