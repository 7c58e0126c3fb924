/** What `picket init` is told, and what follows from it. */
import type { Locale, Text } from '../../engine/problem/problem.ts'

/** A person who takes part from the first day. */
export interface Newcomer {
  readonly id: string
  readonly name: Text
  readonly roles: readonly string[]
}

/** A project to be written. */
export interface NewProject {
  readonly id: string
  readonly company: string
  /** IANA name. */
  readonly zone: string
  /** ISO 4217. */
  readonly currency: string
  /** The languages every text must exist in; the first is the one people are answered in. */
  readonly languages: readonly Locale[]
  readonly people: readonly Newcomer[]
  /** The day before it is written, `YYYY-MM-DD`. */
  readonly yesterday: string
}

/** Zones that keep the holidays of mainland China. */
const chineseZones = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'PRC']

export function isChineseZone(zone: string): boolean {
  return chineseZones.includes(zone)
}

/** Whether this machine knows the zone by that name. */
export function isKnownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}

/** The same words in each language of the project. */
export function inEach(languages: readonly Locale[], words: (locale: Locale) => string): Text {
  return Object.fromEntries(languages.map((locale) => [locale, words(locale)]))
}

/** An id made of the first of some names that has Latin letters in it. */
export function idOf(...names: readonly string[]): string {
  const ids = names.map((name) =>
    name
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, ''),
  )
  return ids.find((id) => id !== '') ?? 'company'
}
