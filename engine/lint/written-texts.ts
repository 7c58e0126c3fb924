/** Every text of a definition that people may see, with what it belongs to. */
import type { Definition, Operation, Phrase, Requirement, State, Work } from '../definition/definition.ts'
import type { EnumType, Field, RecordType } from '../expression/type.ts'
import type { Text } from '../problem/problem.ts'
import type { FindingPlace } from './rule.ts'

/** A text, what it is (`title`, `field city`, `else`), and where its owner stands. */
export interface WrittenText {
  readonly what: string
  readonly text: Text
  readonly at: FindingPlace
}

/** All texts of a definition; those of imported types belong to the process that declares them. */
export function writtenTexts(definition: Definition): readonly WrittenText[] {
  const at = { place: definition.place }
  const { title, name, types, params, input, data, events, states } = definition
  return [
    { what: 'title', text: title, at },
    ...phrase('name', name, at),
    ...Object.entries(types).flatMap(([type, body]) => (type.includes('/') ? [] : ofType(body, at))),
    ...ofFields([...params, ...input, ...data.fields], at),
    ...Object.values(events).flatMap((event) => [
      ...plain(`event ${event.name}`, event.title, event),
      ...ofFields(event.with, event),
    ]),
    ...[...states.values()].flatMap(ofState),
  ]
}

function plain(what: string, text: Text | undefined, at: FindingPlace): readonly WrittenText[] {
  return text ? [{ what, text, at }] : []
}

function phrase(what: string, written: Phrase | undefined, at: FindingPlace): readonly WrittenText[] {
  return plain(what, written?.text, at)
}

function ofType(type: RecordType | EnumType, at: FindingPlace): readonly WrittenText[] {
  if (type.kind === 'record') return ofFields(type.fields, at)
  return type.words.flatMap(({ word, title }) => plain(`word ${word}`, title, at))
}

function ofFields(fields: readonly Field[], at: FindingPlace): readonly WrittenText[] {
  return fields.flatMap(({ name, title }) => plain(`field ${name}`, title, at))
}

function ofState(state: State): readonly WrittenText[] {
  const { usedAt, work } = state
  const tasks: readonly Work[] = [...(work ? [work] : []), ...state.rhythms.flatMap(({ task }) => task ?? [])]
  return [
    ...phrase('title', state.title, state),
    ...plain('summary', state.summary, state),
    ...phrase('waits', state.waits, state),
    ...ofRequirements(state.requires, usedAt),
    ...ofOperations([...state.entry, ...state.exit], state),
    ...tasks.flatMap((one) => ofWork(one, { place: one.place, usedAt })),
    ...state.transitions.flatMap(({ note, requires, operations, place }) => [
      ...phrase('note', note, { place, usedAt }),
      ...ofRequirements(requires, usedAt),
      ...ofOperations(operations, { place, usedAt }),
    ]),
  ]
}

function ofWork(work: Work, at: FindingPlace): readonly WrittenText[] {
  if (work.kind !== 'task' && work.kind !== 'approval') return []
  const asked = ofRequirements(work.requires, at.usedAt)
  if (work.kind === 'approval') return [...phrase('title', work.title, at), ...asked]
  return [
    ...phrase('title', work.title, at),
    ...phrase('guide', work.guide, at),
    ...ofFields(work.form, at),
    ...work.evidence.flatMap(({ kind, title }) => plain(`evidence ${kind}`, title, at)),
    ...asked,
  ]
}

function ofRequirements(requirements: readonly Requirement[], usedAt: FindingPlace['usedAt']): readonly WrittenText[] {
  return requirements.flatMap(({ otherwise, place }) => phrase('else', otherwise, { place, usedAt }))
}

function ofOperations(operations: readonly Operation[], at: FindingPlace): readonly WrittenText[] {
  return operations.flatMap((operation) => (operation.kind === 'notify' ? phrase('notify', operation.text, at) : []))
}
