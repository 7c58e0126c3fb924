import { sentData } from '../../../engine/lint/rules/sent-data.ts'
import { judge, states } from '../judge-rule.ts'
import { projectOf } from '../lint-text.ts'

judge(sentData, [
  {
    name: 'what must be given is not',
    text: states(`a: { process: other, exit: { send: { event: GO, to: children } }, on: { done: z, failed: z } }`),
    environment: {
      processes: projectOf(
        'process: other\nversion: 1.0.0\ntitle: { en: O }\ninitial: a\nevents: { GO: { by: [r], with: { n: integer, note?: text, at: date } } }\nstates:\n  a: { on: { GO: z } }\n  z: { type: final }\n',
      ),
    },
    found: ['6:38'],
    blanks: { fields: ['n', 'at'] },
  },
  {
    name: 'a name that is not known, a type that does not fit',
    text: states(
      `a: { process: other, exit: { send: { event: GO, to: children, with: { n: true, at: now, m: 1 } } }, on: { done: z, failed: z } }`,
    ),
    environment: {
      processes: projectOf(
        'process: other\nversion: 1.0.0\ntitle: { en: O }\ninitial: a\nevents: { GO: { by: [r], with: { n: integer, note?: text, at: date } } }\nstates:\n  a: { on: { GO: z } }\n  z: { type: final }\n',
      ),
    },
    found: ['6:38'],
    blanks: { fields: ['n', 'at', 'm'] },
  },
  {
    name: 'all of it',
    text: states(
      `a: { process: other, exit: { send: { event: GO, to: children, with: { n: 3, at: "'2026-01-05'", note: "'x'" } } }, on: { done: z, failed: z } }`,
    ),
    environment: {
      processes: projectOf(
        'process: other\nversion: 1.0.0\ntitle: { en: O }\ninitial: a\nevents: { GO: { by: [r], with: { n: integer, note?: text, at: date } } }\nstates:\n  a: { on: { GO: z } }\n  z: { type: final }\n',
      ),
    },
    found: [],
  },
])
