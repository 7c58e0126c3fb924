/** Values of declared types, such as what a form holds, for people. */
import type { Json, Type } from '../expression/type.ts'
import type { Locale } from '../problem/problem.ts'
import { renderNumber } from './render-figure.ts'
import { type Rendering, renderScalar } from './render-said.ts'
import { renderText } from './render-text.ts'

const truth = { en: ['no', 'yes'], zh: ['否', '是'] } as const

/** A value on one line: lists by their items, records by their fields, words of an enum by their titles. */
export function renderValue(value: Json, type: Type, locale: Locale, rendering: Rendering): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return truth[locale][value ? 1 : 0]
  if (typeof value === 'number') return renderNumber(value, locale)
  if (typeof value === 'string') return renderWord(value, type, locale, rendering)
  const separator = locale === 'zh' ? '；' : '; '
  if (Array.isArray(value)) {
    if (type.kind !== 'list') return JSON.stringify(value)
    const { item } = type
    return value.map((each: Json) => renderValue(each, item, locale, rendering)).join(separator)
  }
  if (type.kind !== 'record') return JSON.stringify(value)
  return type.fields
    .flatMap((field) => {
      const part = (value as Readonly<Record<string, Json>>)[field.name]
      return part === undefined ? [] : [renderValue(part, field.type, locale, rendering)]
    })
    .join(locale === 'zh' ? '，' : ', ')
}

function renderWord(value: string, type: Type, locale: Locale, rendering: Rendering): string {
  if (type.kind !== 'enum') return renderScalar(type.kind, value, locale, rendering)
  const title = type.words.find(({ word }) => word === value)?.title
  return title === undefined ? value : renderText(title, locale)
}
