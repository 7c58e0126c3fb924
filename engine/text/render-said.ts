/** What was said of an instance, with the values its arguments had then, in the reader's language. */
import type { Locale, Text } from '../problem/problem.ts'
import type { Said, SaidArgument } from '../problem/said.ts'
import { formatMessage } from './icu-message.ts'
import { renderDate, renderMoment } from './render-date.ts'
import { renderDuration } from './render-duration.ts'
import { renderMoney } from './render-figure.ts'
import { renderText } from './render-text.ts'

/** What values are shown by: the project's zone and currency, and names for ids. */
export interface Rendering {
  /** IANA name, e.g. `Asia/Shanghai`. */
  readonly zone: string
  /** ISO 4217, e.g. `CNY`. */
  readonly currency: string
  /** The name of a person; undefined where the directory has none. */
  readonly people?: (id: string) => Text | undefined
  /** The title of a role. */
  readonly roles?: (id: string) => Text | undefined
}

/** The text in a language; dates in the project's zone, people by name. Never throws, whatever the message. */
export function renderSaid(said: Said, locale: Locale, rendering: Rendering): string {
  const values = Object.entries(said.arguments).map(([name, argument]) => [
    name,
    renderArgument(argument, locale, rendering),
  ])
  return formatMessage(renderText(said.text, locale), locale, Object.fromEntries(values))
}

function renderArgument(argument: SaidArgument, locale: Locale, rendering: Rendering): string | number {
  switch (argument.as) {
    case 'number':
      return argument.value
    case 'title':
      return renderText(argument.value, locale)
    default:
      return renderScalar(argument.as, argument.value, locale, rendering)
  }
}

/** A value of a simple type as people see it; what does not fit the type is shown as it is. */
export function renderScalar(kind: string, value: string, locale: Locale, rendering: Rendering): string {
  switch (kind) {
    case 'date':
      return renderDate(value, locale)
    case 'datetime': {
      const at = Date.parse(value)
      return Number.isNaN(at) ? value : renderMoment(at, locale, rendering.zone)
    }
    case 'money':
      return renderMoney(value, locale, rendering.currency)
    case 'duration':
      return renderDuration(value, locale)
    case 'person':
      return named(rendering.people?.(value), value, locale)
    case 'role':
      return named(rendering.roles?.(value), value, locale)
    default:
      return value
  }
}

function named(name: Text | undefined, id: string, locale: Locale): string {
  return name === undefined ? id : renderText(name, locale) || id
}
