import { dueOutsideHours } from '../../../engine/lint/rules/due-outside-hours.ts'
import { calendar, judge, states } from '../judge-rule.ts'

judge(dueOutsideHours, [
  {
    name: 'hours by the clock',
    text: `calendar: office\n${states(`a: { task: { role: r, due: 4 hours, late: up }, on: { done: z } }`)}`,
    environment: { calendars: new Map([['office', calendar]]) },
    found: ['7:30'],
    blanks: { opened: '17:00', due: '21:00' },
  },
  {
    name: 'hours by the clock in a parameter',
    text: `calendar: office\nparams: { grace: { type: duration, default: 12 hours } }\n${states(`a: { task: { role: r, due: grace, late: up }, on: { done: z } }`)}`,
    environment: { calendars: new Map([['office', calendar]]) },
    found: ['8:30'],
    blanks: { opened: '11:00', due: '23:00' },
  },
  {
    name: 'working hours',
    text: `calendar: office\n${states(`a: { task: { role: r, due: 4 workhours, late: up }, on: { done: z } }`)}`,
    environment: { calendars: new Map([['office', calendar]]) },
    found: [],
  },
  {
    name: 'whole days',
    text: `calendar: office\n${states(`a: { task: { role: r, due: 48 hours, late: up }, on: { done: z } }`)}`,
    environment: { calendars: new Map([['office', calendar]]) },
    found: [],
  },
  {
    name: 'a moment that is worked out',
    text: `calendar: office\ninput: { by: date }\n${states(`a: { task: { role: r, due: data.by, late: up }, on: { done: z } }`)}`,
    environment: { calendars: new Map([['office', calendar]]) },
    found: [],
  },
  {
    name: 'somebody always works',
    text: `calendar: office\n${states(`a: { task: { role: r, due: 4 hours, late: up }, on: { done: z } }`)}`,
    environment: { calendars: new Map([['office', { ...calendar, week: Array(7).fill([{ from: 0, to: 1440 }]) }]]) },
    found: [],
  },
  {
    name: 'the calendar is not known',
    text: `calendar: office\n${states(`a: { task: { role: r, due: 4 hours, late: up }, on: { done: z } }`)}`,
    found: [],
  },
])
