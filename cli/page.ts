/** How a command speaks to its reader: in their language, with names for ids and moments in the project's zone. */
import type { Json, Type } from '../engine/expression/type.ts'
import { type Directory, holdersOf } from '../engine/people/directory.ts'
import type { Locale, Text } from '../engine/problem/problem.ts'
import type { Said } from '../engine/problem/said.ts'
import { formatMessage } from '../engine/text/icu-message.ts'
import { renderMoment } from '../engine/text/render-date.ts'
import { renderDistance } from '../engine/text/render-duration.ts'
import { type Rendering, renderSaid } from '../engine/text/render-said.ts'
import { renderText } from '../engine/text/render-text.ts'
import { renderValue } from '../engine/text/render-value.ts'
import type { Project } from './engine.ts'
import { type MessageKey, messages } from './messages.ts'
import { type Paint, paintWith } from './style.ts'
import { table } from './table.ts'

/** The reader's language and everything said in it. */
export interface Page {
  readonly locale: Locale
  /** The moment the page is written at (ms). */
  readonly now: number
  readonly paint: Paint
  say(key: MessageKey, values?: Readonly<Record<string, string | number>>): string
  text(text: Text): string
  said(said: Said): string
  /** A value of a declared type on one line. */
  value(value: Json, type: Type): string
  /** The name of a person or the title of a role, else the id. */
  name(id: string): string
  /** A role with the names of its holders, as far as they are few. */
  role(id: string): string
  moment(at: number): string
  /** A command line `picket …` as it has to be typed here. */
  command(line: string): string
  /** A text in brackets of the language, after a blank where it has them. */
  aside(text: string): string
  distance(milliseconds: number): string
  /** Names in a row, as the language lists them. */
  list(items: readonly string[]): string
  table(headings: readonly MessageKey[], rows: readonly (readonly string[])[]): string
}

/** Holders of a role are named up to so many. */
const fewHolders = 2

/** What a page is written for. */
export interface Reader {
  readonly locale: Locale
  readonly now: number
  readonly colour: boolean
  /** How the command is run here; `picket` unless said otherwise. */
  readonly command?: string
}

/** A page about a project; without its directory people are shown by their ids. */
export function openPage(reader: Reader, project: Pick<Project, 'zone' | 'currency'>, directory?: Directory): Page {
  const { locale, now } = reader
  const paint = paintWith(reader.colour)
  const nameOf = (id: string) => directory?.people.get(id)?.name ?? directory?.roles.get(id)
  const rendering: Rendering = { zone: project.zone, currency: project.currency, people: nameOf, roles: nameOf }
  const say = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}) =>
    formatMessage(messages[locale][key], locale, values)
  const name = (id: string) => renderText(nameOf(id) ?? { en: id }, locale) || id
  const list = (items: readonly string[]) => items.join(locale === 'zh' ? '、' : ', ')
  const roleText = (id: string) => {
    const holders = directory === undefined ? [] : holdersOf(directory, id)
    if (holders.length === 0 || holders.length > fewHolders) return name(id)
    return `${name(id)}${locale === 'zh' ? '：' : ': '}${list(holders.map(name))}`
  }
  return {
    locale,
    now,
    paint,
    say,
    text: (text) => renderText(text, locale),
    said: (said) => renderSaid(said, locale, rendering),
    value: (value, type) => renderValue(value, type, locale, rendering),
    name,
    role: (id) => roleText(id),
    aside: (text) => `${locale === 'zh' ? '' : ' '}${say('show.brackets', { text })}`,
    command: (line) => line.replace(/^picket\b/, reader.command ?? 'picket'),
    moment: (at) => renderMoment(at, locale, project.zone),
    distance: (milliseconds) => renderDistance(milliseconds, locale),
    list,
    table: (headings, rows) =>
      table(
        headings.map((heading) => say(heading)),
        rows,
        paint,
      ),
  }
}
