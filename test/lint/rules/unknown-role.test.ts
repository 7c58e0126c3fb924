import { unknownRole } from '../../../engine/lint/rules/unknown-role.ts'
import { end, judge, states, task } from '../judge-rule.ts'

judge(unknownRole, [
  {
    name: 'every naming, with its own place',
    text: `control: { cancel: [u1] }\nevents: { GO: { by: [u2] } }\nstates:
  a: { waits: { en: x }, entry: { notify: u3 }, on: { GO: { by: [u4], escalate: u5, target: b } } }
  b: { task: { role: u6, due: 1 day, late: { escalate: u7 } }, on: { done: c } }
  c: { approval: { of: [u8, r], veto: [u9], due: 1 day, late: up }, on: { approved: z, rejected: z } }
${end}`,
    environment: { roles: new Set(['r']) },
    found: ['5:21', '6:22', '8:43', '8:66', '8:81', '9:22', '9:56', '10:25', '10:40'],
  },
  { name: 'roles not known', text: states(`a: { ${task}, on: { done: z } }`), found: [] },
])
