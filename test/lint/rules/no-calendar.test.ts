import { noCalendar } from '../../../engine/lint/rules/no-calendar.ts'
import { calendar, judge, states } from '../judge-rule.ts'

judge(noCalendar, [
  {
    name: 'a calendar that is not there',
    text: `calendar: office\n${states('a: { always: z }')}`,
    environment: { calendars: new Map([['cn-office', calendar]]) },
    found: ['5:1'],
  },
  {
    name: 'work days and no calendar',
    text: states('a: { after: { 3 workdays: z } }'),
    found: ['6:17'],
  },
  {
    name: 'the default of a parameter',
    text: `params: { grace: { type: duration, default: 2 workdays } }\n${states('a: { after: { grace: z } }')}`,
    found: ['5:11'],
  },
  { name: 'no calendar needed', text: states('a: { title: { en: 3 workdays }, after: { 3 days: z } }'), found: [] },
  { name: 'calendars not known', text: `calendar: office\n${states('a: { always: z }')}`, found: [] },
])
