import type { CatalogTable } from './entry.ts'

/** Codes `calendar/…`: faults of calendars and lengths of time. */
export const calendarCodes = {
  'calendar/unknown-zone': {
    severity: 'error',
    sentence: {
      en: 'The time zone “{zone}” is not known, so no local time could be worked out.',
      zh: '时区“{zone}”未知，无法推算当地时间。',
    },
    hint: {
      en: 'Write a zone of the IANA list, such as Asia/Shanghai.',
      zh: '请填写 IANA 时区名，例如 Asia/Shanghai。',
    },
  },
  'calendar/empty-week': {
    severity: 'error',
    sentence: {
      en: 'The calendar “{calendar}” has no working hours at all: nothing counted in working time would ever be due.',
      zh: '日历“{calendar}”没有任何工作时间：按工作时间计算的期限永远不会到来。',
    },
    hint: {
      en: 'Give at least one day hours, such as mon: ["09:00-12:00", "13:30-18:00"].',
      zh: '请至少为一天填写工作时间，例如 mon: ["09:00-12:00", "13:30-18:00"]。',
    },
  },
  'calendar/malformed-hours': {
    severity: 'error',
    sentence: { en: '“{hours}” on {day} is not a stretch of hours.', zh: '{day} 的“{hours}”不是一段时间。' },
    hint: {
      en: 'Write both times with two digits, such as 09:00-12:00; a day ends at 24:00.',
      zh: '请用两位数字写出起止时间，例如 09:00-12:00；一天最晚到 24:00。',
    },
  },
  'calendar/reversed-hours': {
    severity: 'error',
    sentence: {
      en: 'The hours “{hours}” on {day} end no later than they begin.',
      zh: '{day} 的“{hours}”的结束时间不晚于开始时间。',
    },
    hint: {
      en: 'Swap the times. Hours past midnight are written in two parts: 22:00-24:00, and 00:00-06:00 on the next day.',
      zh: '请对调起止时间。跨过午夜的时间要分两段写：22:00-24:00，以及第二天的 00:00-06:00。',
    },
  },
  'calendar/overlapping-hours': {
    severity: 'error',
    sentence: {
      en: 'On {day} the hours “{hours}” overlap “{other}” and would be counted twice.',
      zh: '{day} 的“{hours}”与“{other}”重叠，会被重复计算。',
    },
    hint: { en: 'Join them, or let one end where the other begins.', zh: '请合并为一段，或让一段在另一段开始时结束。' },
  },
  'calendar/no-such-date': {
    severity: 'error',
    sentence: { en: 'There is no day “{date}”.', zh: '“{date}”这一天不存在。' },
    hint: { en: 'Write a day that exists as YYYY-MM-DD.', zh: '请按 YYYY-MM-DD 填写存在的日期。' },
  },
  'calendar/reversed-holiday': {
    severity: 'error',
    sentence: {
      en: 'The holiday from {from} to {to} ends before it begins.',
      zh: '假期 {from} 至 {to} 的结束日期早于开始日期。',
    },
    hint: { en: 'Swap the days, or leave out “to” for a single day.', zh: '请对调日期；只有一天时省略 to。' },
  },
  'calendar/long-holiday': {
    severity: 'error',
    sentence: {
      en: 'The holiday from {from} to {to} is longer than {limit} days.',
      zh: '假期 {from} 至 {to} 超过 {limit} 天。',
    },
    hint: { en: 'Check the years, or write several holidays.', zh: '请检查年份，或拆成几段假期。' },
  },
  'calendar/makeup-on-holiday': {
    severity: 'error',
    sentence: {
      en: '{date} is a make-up day and lies in the holiday from {from} to {to}: it cannot be both.',
      zh: '{date} 既是调休上班日，又在假期 {from} 至 {to} 之内，二者矛盾。',
    },
    hint: {
      en: 'Take it out of the make-up days, or cut the holiday in two.',
      zh: '请从调休上班日中删去，或把假期拆成两段。',
    },
  },
  'calendar/makeup-on-workday': {
    severity: 'warning',
    sentence: {
      en: '{date} is a {day} and worked anyway: as a make-up day it changes nothing.',
      zh: '{date}（{day}）本来就是工作日，列为调休上班日没有作用。',
    },
    hint: { en: 'Check the date: make-up days fall on days off.', zh: '请检查日期：调休上班日应在休息日。' },
  },
  'calendar/after-valid-through': {
    severity: 'warning',
    sentence: {
      en: '{date} lies after {validThrough}, the last day whose holidays are said to be known: what lies later is not counted.',
      zh: '{date} 晚于日历有效期 {validThrough}，有效期之后的安排不计入。',
    },
    hint: {
      en: 'Set validThrough later once all holidays up to then are listed.',
      zh: '列全之后的假期，再把 validThrough 推后。',
    },
  },
} as const satisfies CatalogTable
