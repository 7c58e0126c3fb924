/** Lengths of time as people say them: `3 workdays`, `3个工作日`. */
import { type DurationUnit, durationUnits } from '../calendar/duration.ts'
import { formatDuration } from '../calendar/format-duration.ts'
import { parseDuration } from '../calendar/parse-duration.ts'
import type { Definition } from '../definition/definition.ts'
import type { Locale } from '../problem/problem.ts'
import { inLanguage, lastWord } from './say-text.ts'

const chineseUnits: Readonly<Record<DurationUnit, string>> = {
  months: '个月',
  weeks: '周',
  days: '天',
  workdays: '个工作日',
  hours: '小时',
  minutes: '分钟',
  workhours: '个工作小时',
}

/** A length or moment from the text of its expression; a parameter is said by its default, if it has one. */
export function sayLength(text: string, definition: Definition, locale: Locale): string {
  const name = /^params\.(\w+)$/.exec(text)?.[1]
  const param = definition.params.find((field) => field.name === name)
  const duration = parseDuration(typeof param?.default === 'string' ? param.default : text)
  if (duration) return locale === 'zh' ? inChinese(duration) : formatDuration(duration)
  if (param?.title) return inLanguage(param.title, locale)
  return /^[\w.]+$/.test(text) ? lastWord(text).toLowerCase() : '…'
}

function inChinese(duration: { readonly [unit in DurationUnit]?: number }): string {
  return durationUnits
    .flatMap((unit) => (duration[unit] === undefined ? [] : [`${duration[unit]}${chineseUnits[unit]}`]))
    .join('')
}
