/** The sale that throughput and size are measured with, written in YAML under `sale/`. */
import { type Claim, defineCalculation, definePlugin, type Project } from '../engine/index.ts'
import { projectAt } from './project.ts'

const bench = definePlugin({
  id: 'bench',
  version: '1.0.0',
  actions: [
    defineCalculation({
      name: 'weigh-amount',
      input: { amount: 'number' },
      output: { weight: 'number' },
      calculate: ({ amount }) => ({ weight: Math.round(Number(amount) * 1.5) }),
    }),
  ],
})

export function saleProject(): Project {
  return projectAt('bench/sale', [bench])
}

export const clerk: Claim = { person: 'ann.li', via: 'api', proved: true }

/** How many events lead a sale from its start to its end. */
export const STAGES = 4

/** The data of an event: two fields, 190 bytes as JSON. */
export const moved = { amount: 1250, remark: 'x'.repeat(190 - '{"amount":1250,"remark":""}'.length) }
