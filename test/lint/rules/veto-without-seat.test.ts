import { vetoWithoutSeat } from '../../../engine/lint/rules/veto-without-seat.ts'
import { judge, states } from '../judge-rule.ts'

judge(vetoWithoutSeat, [
  {
    name: 'of a role that has none',
    text: states(`a: { approval: { of: [r], veto: [s], due: 1 day, late: up }, on: { approved: z, rejected: z } }`),
    found: ['6:29'],
    blanks: { role: 's' },
  },
  {
    name: 'of one of the seats',
    text: states(`a: { approval: { of: [r, s], veto: [s], due: 1 day, late: up }, on: { approved: z, rejected: z } }`),
    found: [],
  },
])
