/** What writes a datum: the forms and the moves of a definition that fill it. */
import type { Definition, Operation, State } from '../definition/definition.ts'
import type { Expression } from '../expression/expression.ts'
import type { Situation } from '../step/situation.ts'
import type { Writer } from './finding.ts'
import { titleOf } from './title-of.ts'

/** A field of the data: of a record of its own, or at the top. */
interface Datum {
  readonly record?: string
  readonly field?: string
}

/** States whose form or moves write what an expression standing in a state reads, each once. */
export function findWriters(
  situation: Situation,
  expression: Pick<Expression, 'text' | 'reads'>,
  path: string,
): readonly Writer[] {
  const { definition } = situation
  const data = dataRead(definition, expression, definition.states.get(path)?.own)
  if (data.length === 0) return []
  return [...definition.states.values()].flatMap((state): Writer[] => {
    const by = data.some((datum) => isInForm(state, datum)) ? 'form' : undefined
    const written = by ?? (operationsOf(state).some((operation) => writes(operation, data)) ? 'move' : undefined)
    return written ? [{ state: state.path, title: titleOf(situation, state), by: written }] : []
  })
}

function dataRead(
  definition: Definition,
  expression: Pick<Expression, 'text' | 'reads'>,
  own: string | undefined,
  depth = 0,
): Datum[] {
  return expression.reads.flatMap((read): Datum[] => {
    const [variable, name = ''] = read.split('.')
    if (variable === 'own') return own === undefined ? [] : [{ record: own, field: name }]
    if (variable === 'data') return [dataNamed(definition, expression.text, name)]
    const value = variable === 'values' ? definition.values.find((candidate) => candidate.name === name) : undefined
    return value && depth < 5 ? dataRead(definition, value.expression, own, depth + 1) : []
  })
}

/** `data.cycle.areas` is the field `areas` of the record `cycle`, which a template gave to a state. */
function dataNamed(definition: Definition, text: string, name: string): Datum {
  const isRecord = [...definition.states.values()].some(({ own }) => own === name)
  if (!isRecord) return { field: name }
  const field = new RegExp(`data\\.${name}\\.(\\w+)`).exec(text)?.[1]
  return field === undefined ? { record: name } : { record: name, field }
}

function isInForm(state: State, { record, field }: Datum): boolean {
  const { work, own } = state
  if (work?.kind !== 'task' || own !== record) return false
  return field === undefined ? work.form.length > 0 : work.form.some(({ name }) => name === field)
}

function operationsOf(state: State): readonly Operation[] {
  return [...state.entry, ...state.exit, ...state.transitions.flatMap(({ operations }) => operations)]
}

function writes(operation: Operation, data: readonly Datum[]): boolean {
  if (operation.kind !== 'assign') return false
  return operation.writes.some((write) =>
    data.some(({ record, field }) => write.record === record && (field === undefined || write.field === field)),
  )
}
