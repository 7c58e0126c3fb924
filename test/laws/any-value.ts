/** Any value of a field's type, as a person would hand it in. */
import { dateText } from '../../engine/calendar/civil-date.ts'
import { datetimeText } from '../../engine/calendar/datetime-text.ts'
import type { Field, Json, JsonObject, Type } from '../../engine/expression/type.ts'
import type { Choices } from './choices.ts'

const DAY = 86_400_000

/** A record of fields; what may be left out is so at times. */
export function anyRecord(fields: readonly Field[], choices: Choices, now: number): JsonObject {
  return Object.fromEntries(
    fields.flatMap(({ name, type, optional, default: usual }) => {
      const left = (optional || usual !== undefined) && choices.chance(50)
      return left ? [] : [[name, anyValue(type, choices, now)]]
    }),
  )
}

function anyValue(type: Type, choices: Choices, now: number): Json {
  switch (type.kind) {
    case 'integer':
    case 'number':
      return choices.upTo(8)
    case 'boolean':
      return choices.chance(50)
    case 'enum':
      return choices.any(type.words)?.word ?? ''
    case 'list':
      return Array.from({ length: 1 + choices.upTo(1) }, () => anyValue(type.item, choices, now))
    case 'record':
      return anyRecord(type.fields, choices, now)
    case 'date':
      return dateText(Math.floor(now / DAY) + choices.upTo(30))
    case 'datetime':
      return datetimeText(now + choices.upTo(30) * DAY)
    case 'money':
      return `${choices.upTo(9)}00.00`
    case 'duration':
      return choices.pick(['2 days', '1 workday'])
    default:
      return choices.pick(['ann', 'bob', 'lou'])
  }
}
