import type { Json } from '../../expression/type.ts'
import { defineRule } from '../rule.ts'

/** The calendar named is not there, or none is named where work days or work hours are counted. */
export const noCalendar = defineRule('lint/no-calendar', (definition, { calendars }, report) => {
  const { calendar, expanded, place } = definition
  if (calendar === '' ? countsWork(expanded) : calendars !== undefined && !calendars.has(calendar)) {
    report({ calendar: calendar === '' ? undefined : calendar }, { place })
  }
})

const WORK_TIME = /\d\s*work(day|hour)s?\b|\b(workdays|addWorkdays)\(/

/** Whether a length or an expression counts on a calendar; what people read does not count. */
function countsWork(value: Json): boolean {
  if (typeof value === 'string') return WORK_TIME.test(value)
  if (value === null || typeof value !== 'object') return false
  const isText = 'en' in value || 'zh' in value
  return !isText && Object.entries(value).some(([key, part]) => WORK_TIME.test(key) || countsWork(part))
}
