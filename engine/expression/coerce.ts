import type { Compiled, Frame } from './compiled.ts'
import type { Context } from './context.ts'
import { fieldOf, fits, typeName } from './fits.ts'
import { fromJson, toJson } from './json-form.ts'
import type { Span } from './parse-expression.ts'
import type { RecordType, Type } from './type.ts'

/** Turns a value of one type into one of another; `same` where nothing changes. */
type Conversion = 'same' | ((value: unknown, frame: Frame) => unknown)

/** The part as a value of the expected type: a date becomes its first moment, a whole number money. */
export function coerce(part: Compiled, expected: Type, span: Span, context: Context): Compiled | undefined {
  const convert = conversion(part.type, expected)
  if (convert === undefined) {
    return context.report('expression/wrong-type', span, { expected: typeName(expected), actual: typeName(part.type) })
  }
  if (convert === 'same') return { ...part, type: expected }
  const { run } = part
  return { ...part, type: expected, run: (frame) => convert(run(frame), frame) }
}

/** How values of one type become values of another; undefined where they do not fit. */
export function conversion(actual: Type, expected: Type): Conversion | undefined {
  if (actual.kind === 'integer' && expected.kind === 'money') return 'same'
  if (actual.kind === 'list' && expected.kind === 'list') return listConversion(actual.item, expected.item)
  if (!fits(actual, expected)) return undefined
  if (actual.kind === 'date' && expected.kind === 'datetime') {
    return (day, frame) => frame.world.calendar.startOfDay(day as number)
  }
  if (actual.kind === 'record' && expected.kind === 'record') return recordConversion(actual, expected)
  return 'same'
}

function listConversion(actual: Type, expected: Type): Conversion | undefined {
  const item = jsonConversion(actual, expected)
  if (item === undefined || item === 'same') return item
  return (list, frame) => (list as unknown[]).map((value) => item(value, frame))
}

function recordConversion(actual: RecordType, expected: RecordType): Conversion {
  const changes = actual.fields.flatMap(({ name, type }) => {
    const field = fieldOf(expected, name)
    const convert = field && jsonConversion(type, field.type)
    return convert && convert !== 'same' ? [{ name, convert }] : []
  })
  if (changes.length === 0) return 'same'
  return (value, frame) => {
    const record: Record<string, unknown> = { ...(value as object) }
    for (const { name, convert } of changes) {
      if (record[name] !== undefined) record[name] = convert(record[name], frame)
    }
    return record
  }
}

/** The conversion of a value that lies in a list or record, JSON to JSON. */
function jsonConversion(actual: Type, expected: Type): Conversion | undefined {
  const convert = conversion(actual, expected)
  if (convert === undefined) return undefined
  const read = fromJson(actual)
  const write = toJson(expected)
  if (convert === 'same' && actual.kind !== 'integer') return 'same'
  if (convert === 'same' && !write) return 'same'
  return (json, frame) => {
    const inside = read ? read(json) : json
    const converted = convert === 'same' ? inside : convert(inside, frame)
    return write ? write(converted) : converted
  }
}
