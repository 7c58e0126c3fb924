import type { Definition } from '../../definition/definition.ts'
import type { WrittenPlace } from '../../definition/written.ts'
import { defineRule } from '../rule.ts'

/** The calendar named is not there, or none is named where work days or work hours are counted. */
export const noCalendar = defineRule('lint/no-calendar', (definition, { calendars }, report) => {
  const { calendar, written, place } = definition
  if (calendar !== '') {
    if (calendars && !calendars.has(calendar)) report({ calendar }, { place: written.keys.get('calendar') ?? place })
    return
  }
  const counting = firstCounting(definition)
  if (counting) report({ calendar: undefined }, counting)
})

const WORK_TIME = /\d\s*work(day|hour)s?\b|\b(workdays|addWorkdays)\(/

/** Where a length or an expression first counts on a calendar. */
function firstCounting({ written, place }: Definition): WrittenPlace | undefined {
  const expression = written.expressions.find(({ expression: { text } }) => WORK_TIME.test(text))?.expression
  if (expression) return { place: expression.place ?? place, usedAt: expression.usedAt }
  return written.fields.find(({ field }) => typeof field.default === 'string' && WORK_TIME.test(field.default))
}
