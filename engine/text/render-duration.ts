/** Lengths of time for people. */
import { type DurationUnit, durationUnits, minute, wholeDay } from '../calendar/duration.ts'
import { formatDuration } from '../calendar/format-duration.ts'
import { parseDuration } from '../calendar/parse-duration.ts'
import type { Locale } from '../problem/problem.ts'

const chineseUnits: Readonly<Record<DurationUnit, string>> = {
  months: '个月',
  weeks: '周',
  days: '天',
  workdays: '个工作日',
  hours: '小时',
  minutes: '分钟',
  workhours: '个工时',
}

/** A length as the language writes it, e.g. `3 workdays` or `3个工作日`; a text that is none is shown as it is. */
export function renderDuration(text: string, locale: Locale): string {
  const duration = parseDuration(text)
  if (duration === undefined) return text
  if (locale === 'en') return formatDuration(duration)
  const parts = durationUnits.flatMap((unit) =>
    duration[unit] === undefined ? [] : [`${duration[unit]}${chineseUnits[unit]}`],
  )
  return parts.length === 0 ? `0${chineseUnits.minutes}` : parts.join('')
}

/** How far two moments lie apart, in its largest unit: `3 days`, `2 hours`. Less than a minute is `0 minutes`. */
export function renderDistance(milliseconds: number, locale: Locale): string {
  const minutes = Math.floor(Math.abs(milliseconds) / minute)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor((minutes * minute) / wholeDay)
  if (days > 0) return renderDuration(`${days} days`, locale)
  return renderDuration(hours > 0 ? `${hours} hours` : `${minutes} minutes`, locale)
}
