import { eventNotHeard } from '../../../engine/lint/rules/event-not-heard.ts'
import { judge, states } from '../judge-rule.ts'
import { projectOf } from '../lint-text.ts'

judge(eventNotHeard, [
  {
    name: 'no child takes it',
    text: states(`a: { process: other, exit: { send: { event: STOP, to: children } }, on: { done: z, failed: z } }`),
    environment: {
      processes: projectOf(
        'process: other\nversion: 1.0.0\ntitle: { en: O }\ninitial: a\nevents: { GO: { by: [r] } }\nstates:\n  a: { on: { GO: z } }\n  z: { type: final }\n',
      ),
    },
    found: ['6:38'],
    blanks: { event: 'STOP', processes: ['other'] },
  },
  {
    name: 'a child takes it',
    text: states(`a: { process: other, exit: { send: { event: GO, to: children } }, on: { done: z, failed: z } }`),
    environment: {
      processes: projectOf(
        'process: other\nversion: 1.0.0\ntitle: { en: O }\ninitial: a\nevents: { GO: { by: [r] } }\nstates:\n  a: { on: { GO: z } }\n  z: { type: final }\n',
      ),
    },
    found: [],
  },
  {
    name: 'there are no children',
    text: states(`a: { exit: { send: { event: GO, to: children } }, after: { 1 day: z } }`),
    environment: {
      processes: projectOf(
        'process: other\nversion: 1.0.0\ntitle: { en: O }\ninitial: a\nevents: { GO: { by: [r] } }\nstates:\n  a: { on: { GO: z } }\n  z: { type: final }\n',
      ),
    },
    found: ['6:22'],
  },
  {
    name: 'the process that runs it does not take it',
    text: states(`a: { exit: { send: { event: STOP, to: parent } }, after: { 1 day: z } }`),
    environment: {
      processes: projectOf(
        states('a: { process: sample, on: { done: z, failed: z } }').replace(
          'states',
          'process: other\nversion: 1.0.0\ntitle: { en: O }\ninitial: a\nstates',
        ),
      ),
    },
    found: ['6:22'],
  },
  {
    name: 'who runs it is not known',
    text: states(`a: { exit: { send: { event: STOP, to: parent } }, after: { 1 day: z } }`),
    environment: { processes: projectOf() },
    found: [],
  },
  {
    name: 'the processes are not known',
    text: states(`a: { process: other, exit: { send: { event: STOP, to: children } }, on: { done: z, failed: z } }`),
    found: [],
  },
])
