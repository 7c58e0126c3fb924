/** What the twelve steps, their cycle and the sale must do, told as short stories over the shipped processes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { datetimeText } from '../../engine/calendar/datetime-text.ts'
import type { Definition } from '../../engine/definition/definition.ts'
import type { JsonObject } from '../../engine/expression/type.ts'
import { day, ExampleCompany, given, phaseOf, refusals, shippedProject, standing, week } from './example-company.ts'

const project = shippedProject()
let company: ExampleCompany

beforeEach(async () => {
  company = await ExampleCompany.open(project)
})

afterEach(() => company.host.close())

function definitionOf(process: string): Definition {
  const definition = project.definitions.get(process)
  if (!definition) throw new Error(`No process ${process}`)
  return definition
}

async function programme(params: JsonObject = {}): Promise<string> {
  return company.start('twelve-step-transformation', { company: 'Hope Optical' }, params)
}

describe('the twelve steps', () => {
  const titles = [
    '1 Preparation',
    '2 Project management',
    '3 Customer vision and quick business assessment',
    '4 Customer analysis and strategy formation',
    '5 Capabilities for success',
    '6 Process formation',
    '7 Technology enablement',
    '8 Training',
    '9 Customer-strategy cycle',
    '10 Performance measurement and scorecard',
    '11 Change management',
    '12 Customer-strategy culture',
  ]

  test('AS-01: twelve steps stand in their order', () => {
    const definition = definitionOf('twelve-step-transformation')
    const steps = definition.states.get('running.steps')?.children ?? []
    expect(steps.map((path) => definition.states.get(path)?.title?.text.en)).toEqual(titles)
  })

  // A phase asks for its steps one by one, so what its early request is refused for says which they are.
  test('AS-01: four phases hold steps 1-3, 4-7, 8-10 and 11-12', async () => {
    const instance = await programme()
    const later = /\.(training|cycle|scorecard|change|culture)\./
    const leaves = [/steps/, later, later, /\.(change|culture)\./]
    const bands = [titles.slice(0, 3), titles.slice(3, 7), titles.slice(7, 10), titles.slice(10)]
    for (const [index, band] of bands.entries()) {
      const phase = `ph${index + 1}`
      const leave = leaves[index] ?? /steps/
      await company.workUntil(async () => phaseOf(await company.record(instance)) === phase, { leave })
      const refused = await company.send(instance, 'REQUEST_GATE')
      expect(refusals(refused), phase).toEqual(band.map((title) => `${title} is not passed`))
    }
  })

  test.each([
    ['training', 'change', 'scorecard'],
    ['change', 'training', 'scorecard'],
  ])('AS-01: a loop leads back to %s from %s, but not from %s', async (step, from, elsewhere) => {
    const instance = await programme()
    await company.workUntil(
      async () => {
        const record = await company.record(instance)
        return standing(record, 'training') === 'passed' && standing(record, 'change') === 'passed'
      },
      { leave: /\.culture\./ },
    )
    const reason = 'What was taught no longer fits what was changed'
    const refused = await company.send(instance, 'LOOP_TO', { step, from: elsewhere, reason })
    expect(refusals(refused).join()).toMatch(/^No loop leads from there to /)
    const { record } = given(await company.send(instance, 'LOOP_TO', { step, from, reason }))
    expect(record.value).toMatchObject({ running: { steps: { [step]: { active: expect.anything() } } } })
    expect(record.data[step]).toMatchObject({ revision: 2 })
  })

  test('AS-02: with steps 1 and 2 passed, the first phase gate is refused and step 3 is named', async () => {
    const instance = await programme()
    const state = await company.openWork(instance, 'vision')
    const before = await company.record(instance)
    expect(['preparation', 'project', 'vision'].map((step) => standing(before, step))).toEqual([
      'passed',
      'passed',
      'active',
    ])
    const refused = await company.send(instance, 'REQUEST_GATE')
    expect(refusals(refused)).toEqual(['3 Customer vision and quick business assessment is not passed'])
    expect(refusals(refused, 'zh')).toEqual(['3 客户视角和快速业务评估尚未通过'])
    expect(await company.record(instance)).toEqual(before)
    expect((await company.task(instance, state)).status).toBe('open')
  })

  test('AS-03: a plan without its methods of measurement does not reach the gate of step 2', async () => {
    const instance = await programme()
    const plan = await company.task(instance, await company.openWork(instance, 'project'))
    const refused = await company.finish(plan, {}, ['measurement'])
    expect(refusals(refused).join()).toMatch(/measurement/i)
    expect(refusals(refused)).toHaveLength(1)
    given(await company.finish(plan))
  })

  test('AS-04: a customer vision with an item that serves no corporate goal does not reach the gate of step 3', async () => {
    const instance = await programme()
    const vision = await company.task(instance, await company.openWork(instance, 'vision'))
    const served = { offer: 'A quotation within a day', need: 'Quick answers', goals: ['Raise the win rate'] }
    const unserved = { offer: 'Longer opening hours', need: 'Calls after six' }
    for (const item of [unserved, { ...unserved, goals: [] }]) {
      const refused = await company.finish(vision, { items: [served, item] })
      expect(refusals(refused)).toEqual(['No corporate goal is served by: Longer opening hours'])
    }
    given(await company.finish(vision, { items: [served] }))
  })

  test('AS-85: 79 of 100 decisions that considered the customer are too few for step 12, 80 are enough', async () => {
    const instance = await programme()
    const culture = await company.task(instance, await company.openWork(instance, 'culture'))
    const decisions = (considered: number) =>
      Array.from({ length: 100 }, (_, index) => ({
        what: `Decision ${index + 1}`,
        at: datetimeText(company.now - Math.round(index * 0.9 * day)),
        customerConsidered: index < considered,
      }))
    const long = { what: 'Long ago', at: datetimeText(company.now - 91 * day), customerConsidered: true }
    const tooFew = ['Too few of the latest decisions considered the customer']
    expect(refusals(await company.finish(culture, { decisions: decisions(79) }))).toEqual(tooFew)
    const padded = [...decisions(79), ...Array.from({ length: 20 }, () => long)]
    expect(refusals(await company.finish(culture, { decisions: padded }))).toEqual(tooFew)
    given(await company.finish(culture, { decisions: decisions(80) }))
  })

  test('AS-86: a system that fits at 77.25 as a whole is refused for its technology at 55', async () => {
    const instance = await programme()
    const technology = await company.task(instance, await company.openWork(instance, 'technology'))
    const fits = { philosophyFit: 90, functionFit: 80, technologyFit: 55 }
    const refused = await company.finish(technology, fits)
    expect(refusals(refused)).toEqual(['The fit in technology is 55, at least 60 is needed'])
    given(await company.finish(technology, { ...fits, technologyFit: 60 }))
  })

  test('AS-86: the same system passes at 77.25 where each fit need only be 50', async () => {
    const instance = await programme({ fitEach: 50 })
    const technology = await company.task(instance, await company.openWork(instance, 'technology'))
    given(await company.finish(technology, { philosophyFit: 90, functionFit: 80, technologyFit: 55 }))
    const review = 'running.steps.technology.active.gateReview'
    const { entries } = given(await company.finish(await company.task(instance, review)))
    expect(JSON.stringify(entries)).toContain('"fit":77.25')
  })
})

describe('the customer-strategy cycle', () => {
  const areas = [
    { id: 'key-accounts', weight: 0.4, integrated: false },
    { id: 'quotation', weight: 0.3, integrated: false },
    { id: 'service-desk', weight: 0.2, integrated: false },
    { id: 'website', weight: 0.1, integrated: false },
  ]
  const started = async () => {
    const instance = await company.start('strategy-cycle', { areas, identified: 400 })
    given(await company.send(instance, 'CYCLE_STARTED'))
    return { instance, dayZero: company.now }
  }
  const brief = (area: string, customers = 12): JsonObject => ({
    area,
    customers,
    solution: `A new way for ${area}`,
    hypothesis: 'Customers notice it',
    manager: 'sun.li',
    indicator: 'Customer satisfaction',
    baseline: 72,
    target: 5,
    control: true,
    stopRule: 'Stop when a customer asks for it',
  })
  const propose = async (instance: string, ...pilots: JsonObject[]) =>
    company.finish(await company.task(instance, 'running.formulating'), { pilots })
  const integrateAt = async (instance: string, moment: number) => {
    await company.workUntil(() => isAt(instance, 'integrating'), {
      leave: /integrating/,
      pace: 2 * day,
    })
    expect(company.now).toBeLessThan(moment)
    await company.passTo(moment)
    given(await company.finish(await company.task(instance, 'running.integrating')))
  }
  const isAt = async (instance: string, state: string) =>
    JSON.stringify((await company.record(instance)).value).includes(`"${state}"`)

  test('AS-05: the end of week 12 finds it piloting, forces the decision and carries the open pilot over', async () => {
    const { instance, dayZero } = await started()
    given(await propose(instance, brief('key-accounts'), brief('quotation')))
    given(await company.finish(await company.task(instance, 'running.approving')))
    const [first] = (await company.host.instance(instance))?.children ?? []
    const pilot = first?.id ?? ''
    given(await company.send(pilot, 'START', {}, 'sun.li'))
    given(await company.finish(await company.task(pilot, 'underway.running')))
    given(await company.finish(await company.task(pilot, 'underway.evaluating')))
    await company.passTo(dayZero + 12 * week - 1)
    expect((await company.record(instance)).value).toEqual({ running: 'piloting' })
    await company.passTo(dayZero + 12 * week)
    const record = await company.record(instance)
    expect(record.value).toEqual({ deciding: 'short' })
    expect(record.data.carriedOver).toEqual([brief('quotation')])
    expect(record.data.accepted).toEqual(['key-accounts'])
    const children = (await company.host.instance(instance))?.children ?? []
    expect(children.map(({ status }) => status)).toEqual(['completed', 'cancelled'])
  })

  describe('AS-06: with every area integrated in week 8', () => {
    let instance: string
    let dayZero: number

    beforeEach(async () => {
      const cycle = await started()
      instance = cycle.instance
      dayZero = cycle.dayZero
      given(await propose(instance, ...areas.map(({ id }) => brief(id))))
      await integrateAt(instance, dayZero + 8 * week)
      expect((await company.record(instance)).value).toEqual({ deciding: 'early' })
    })

    test('it is not complete before week 10', async () => {
      const tooEarly = /^Not before .+ without the sponsor's reason; this is week/
      expect(refusals(await company.send(instance, 'COMPLETE')).join()).toMatch(tooEarly)
      const reason = { override: 'The board meets this week' }
      expect((await company.send(instance, 'COMPLETE', reason)).ok, 'not the project manager').toBe(false)
      await company.passTo(dayZero + 70 * day - 1)
      expect(refusals(await company.send(instance, 'COMPLETE')).join()).toMatch(tooEarly)
    })

    test('the sponsor may end it early with a reason', async () => {
      const { record } = given(await company.send(instance, 'COMPLETE', { override: 'The board meets' }, 'xu.yiqing'))
      expect(record.output).toMatchObject({ decision: 'complete', coverage: 1, weeks: 8 })
    })

    test('it is complete at day 70', async () => {
      await company.passTo(dayZero + 70 * day)
      const { record } = given(await company.send(instance, 'COMPLETE'))
      expect(record.output).toMatchObject({ decision: 'complete', coverage: 1, weeks: 10 })
    })
  })

  test.each([
    ['ITERATE', {}, 'chen.jing', 'iterate'],
    ['ABANDON', { reason: 'The market has changed' }, 'xu.yiqing', 'abandon'],
  ])(
    'AS-07: 0.70 of the weight integrated, it is not complete, but %s is taken',
    async (event, data, person, decision) => {
      const { instance, dayZero } = await started()
      given(await propose(instance, brief('key-accounts'), brief('quotation')))
      await integrateAt(instance, dayZero + 10 * week)
      expect((await company.record(instance)).value).toEqual({ deciding: 'short' })
      const whole = ['Coverage is 0.7, not 1: iterate or abandon']
      expect(refusals(await company.send(instance, 'COMPLETE'))).toEqual(whole)
      expect(refusals(await company.send(instance, 'COMPLETE', { override: 'Enough' }, 'xu.yiqing'))).toEqual(whole)
      const { record } = given(await company.send(instance, event, data, person))
      expect(record.output).toMatchObject({ decision })
      expect(record.output?.coverage).toBeCloseTo(0.7, 9)
    },
  )

  test('AS-08: of 400 identified customers a pilot takes 20, not 21', async () => {
    const { instance } = await started()
    const refused = await propose(instance, brief('key-accounts', 21), brief('quotation', 20))
    expect(refusals(refused)).toEqual(['A new way for key-accounts: 21 customers, at most 20'])
    given(await propose(instance, brief('key-accounts', 20)))
  })
})

describe('the sale', () => {
  test('AS-26: terms cannot be agreed at intent; the order is intent, presales, negotiation, signing', async () => {
    const instance = await company.start('sales-opportunity', { customer: 'east-china-telecom', owner: 'wei.qiang' })
    const order = [
      ['intent', 'INTENT_CONFIRMED'],
      ['presales', 'SOLUTION_ACCEPTED'],
      ['negotiation', 'TERMS_AGREED'],
      ['signing', 'SIGNED'],
    ] as const
    for (const [stage, event] of order) {
      const before = await company.record(instance)
      expect(before.value).toMatchObject({ flow: { selling: stage } })
      for (const [, other] of order.filter(([, candidate]) => candidate !== event)) {
        const refused = await company.send(instance, other, {}, 'wei.qiang')
        expect(refusals(refused)).toEqual([`Nobody takes ${other} now.`])
      }
      expect(await company.record(instance)).toEqual(before)
      given(await company.send(instance, event, {}, 'wei.qiang'))
    }
    expect((await company.record(instance)).outcome).toBe('won')
  })
})
