import { parseDate } from '../calendar/civil-date.ts'
import { ExpressionFailure } from './expression-failure.ts'

const dayMs = 86_400_000
const datetimePattern =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/

/** Texts whose moment is remembered: those of `now` and of data are read again and again in a step. */
const mostTexts = 1024
const longestText = 40
const remembered = new Map<string, number>()

/** Milliseconds since 1970 of a text such as `2026-01-05T09:00:00+08:00`; it must name its zone. */
export function readDatetime(text: string): number | undefined {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const ms = momentOf(text)
  if (ms === undefined || text.length > longestText) return ms
  if (remembered.size >= mostTexts) remembered.clear()
  remembered.set(text, ms)
  return ms
}

function momentOf(text: string): number | undefined {
  const match = datetimePattern.exec(text)
  if (!match || parseDate(match[1] ?? '') === undefined) return undefined
  const [, date, hour, minute, second = '00', fraction = '', zone = 'Z'] = match
  const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const ms = Date.parse(`${date}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${offset}`)
  return Number.isNaN(ms) ? undefined : ms
}

/** `2026-01-05` of a day number. */
export function writeDate(day: number): string {
  return writeDatetime(day * dayMs).slice(0, 10)
}

/** The UTC text of a moment, with milliseconds. Moments beyond the year 9999 are refused: their text is of another form. */
export function writeDatetime(ms: number): string {
  if (!(ms >= -62_167_219_200_000 && ms < 253_402_300_800_000))
    throw new ExpressionFailure('expression/number-too-large')
  return new Date(Math.floor(ms)).toISOString()
}
