import { missingText } from '../../../engine/lint/rules/missing-text.ts'
import { end, judge, states } from '../judge-rule.ts'

judge(missingText, [
  {
    name: 'each kind of text, at its own place',
    text: `types: { k: { enum: { w: { en: W } } } }
params: { p: { type: integer, default: 1, title: { en: P } } }
events: { GO: { title: { en: G }, by: [r] } }
states:
  a:
    title: { en: T }
    waits: { en: x }
    on: { GO: { target: b, note: { en: N }, requires: [ { that: "true", else: { en: E } } ] } }
  b:
    title: { en: B, zh: 乙 }
    task:
      guide: { en: G }
      role: r
      due: 1 day
      late: up
      form: { f: { type: integer, title: { en: F } } }
      evidence: [ { kind: e, title: { en: V } } ]
    on: { done: z }
${end}`,
    environment: { languages: ['en', 'zh'] },
    found: ['5:26', '6:50', '7:24', '10:12', '11:12', '12:34', '12:79', '16:14', '20:42', '21:37'],
  },
  {
    name: 'both languages',
    text: states('a: { title: { en: A, zh: 甲 }, always: z }'),
    environment: { languages: ['en', 'zh'] },
    found: [],
  },
  { name: 'a language the project does not have', text: states('a: { title: { en: A }, always: z }'), found: [] },
])
