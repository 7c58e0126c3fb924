import type { Hours } from './calendar.ts'

const pattern = /^(?<from>(?:[01][0-9]|2[0-3]):[0-5][0-9])-(?<to>(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/

/** Reads `09:00-12:00`; a day may end at `24:00`. Undefined for other texts; whether the end is later is not judged. */
export function parseHours(text: string): Hours | undefined {
  const groups = pattern.exec(text)?.groups
  return groups && { from: minuteOfDay(groups.from), to: minuteOfDay(groups.to) }
}

function minuteOfDay(text = ''): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}
