import { expect, test } from 'vitest'
import { compileExpression, type Scope } from '../../engine/expression/expression.ts'
import { list, record, words } from './scope-of-tests.ts'

/** Expressions of the shipped processes that use most of the language at once. */
const area = record('area', { id: 'string', weight: 'number', integrated: 'boolean' })
const evaluation = record('evaluation', { at: 'datetime', onTarget: 'boolean', note: 'text' })
const capability = record('capability', {
  required: 'number',
  actual: 'number',
  importance: 'number',
  'owner?': 'person',
  'by?': 'date',
})
const resistance = record('resistance', { what: 'text', opened: 'datetime', high: 'boolean', 'closed?': 'datetime' })
const survey = record('survey', { at: 'datetime', level: 'number' })
const indicator = record('indicator', { group: words('group', 'lagging', 'leading') })
const child = record('child', { item: area, output: record('output', { adopted: 'boolean', uplift: 'number' }) })
const scope: Scope = {
  variables: {
    now: { kind: 'datetime' },
    g: { kind: 'string' },
    event: record('event', {
      step: words('step', 'vision', 'culture'),
      from: words('step', 'vision', 'culture'),
      'override?': 'text',
    }),
    params: record('params', {
      latest: 'duration',
      share: 'number',
      days: 'number',
      readiness: 'number',
      max: 'integer',
    }),
    children: record('children', { done: list(child), open: list(child) }),
    data: record('data', {
      areas: list(area),
      evaluations: list(evaluation),
      'startedAt?': 'datetime',
      accepted: list('string'),
      uplifts: list('number'),
      identified: 'integer',
      training: record('training', { pairs: list(record('trainee', { pilot: 'boolean', passed: 'boolean' })) }),
    }),
    form: record('form', {
      onTarget: 'boolean',
      note: 'text',
      function: 'number',
      capabilities: list(capability),
      resistance: list(resistance),
      surveys: list(survey),
      indicators: list(indicator),
    }),
  },
  types: { evaluation },
  present: ['data.startedAt'],
  resolveState: (name) => name,
}

test.each([
  'share(sum(data.areas.filter(a, a.integrated).map(a, a.weight)), sum(data.areas.map(a, a.weight)))',
  'weeksBetween(data.startedAt, now)',
  'min(params.max, ceil(params.share * data.identified))',
  'now >= data.startedAt + params.latest',
  'data.evaluations.size() >= 2 && data.evaluations[int(data.evaluations.size() - 1)].onTarget',
  'data.evaluations + [evaluation(now, form.onTarget, form.note)]',
  'children.open.map(c, c.item)',
  'children.done.filter(c, c.output.adopted).map(c, c.item.id)',
  'data.uplifts + children.done.filter(c, c.output.adopted).map(c, c.output.uplift)',
  "data.areas.map(a, set(a, 'integrated', a.integrated || a.id in data.accepted))",
  "event.step == 'vision' && !active('/passed') && !active('/waived')",
  "event.from in ['vision', 'culture']",
  'has(event.override)',
  "tagged([state('/a'), state('/b')], 'settled') && true",
  'has(data.training.pairs) && data.training.pairs.filter(p, p.pilot).all(p, p.passed)',
  '1 - sum(form.capabilities.map(c, c.importance * max(0, c.required - c.actual))) / sum(form.capabilities.map(c, c.importance * c.required)) >= params.readiness || form.capabilities.all(c, c.importance * max(0, c.required - c.actual) < 10 || has(c.owner) && has(c.by))',
  'form.resistance.filter(r, r.high && !has(r.closed))',
  'mean(form.resistance.filter(r, has(r.closed)).map(r, workdays(r.opened, r.closed)))',
  'form.surveys.exists(a, a.level >= 4 && form.surveys.exists(b, b.level >= 4 && b.at - a.at >= days(params.days)))',
  'form.indicators.filter(i, i.group == g).size() >= 2',
  '0.35 * form.function',
  'round(sum(data.areas.map(a, a.weight)), 6) == 1',
])('%s', (text) => {
  expect(compileExpression(text, scope).problems).toEqual([])
})
