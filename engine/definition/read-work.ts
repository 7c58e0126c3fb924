/** What a state does while it is active: `task approval action process` (`language.md` 3 and 5). */
import type { RecordType, Type } from '../expression/type.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Phrase } from './definition.ts'
import { child, keyPlaces, type Node } from './node.ts'
import { readDeadline, readEstimate } from './read-deadline.ts'
import { readEach } from './read-each.ts'
import { noteText, readFields } from './read-fields.ts'
import { inputOf, readInput } from './read-operations.ts'
import { readPhrase } from './read-phrase.ts'
import { readRequirements } from './read-requirements.ts'
import {
  field,
  itemsOf,
  type Reading,
  readExpression,
  recordOf,
  report,
  rolesOf,
  type StateSkeleton,
  textOf,
  wordsOf,
} from './reading.ts'
import { resolveState } from './resolve-state.ts'
import type { ActionWork, ApprovalWork, ChildrenWork, EvidenceKind, Quorum, TaskWork, Work } from './work.ts'

const INTEGER: Type = { kind: 'integer' }
const PERSON: Type = { kind: 'person' }

/** What the ending of a task may read: `form`, `task`, `actor`. */
export function taskVariables(form: RecordType): Readonly<Record<string, Type>> {
  const task = recordOf('task', [
    field('assignee', PERSON, true),
    field('hours', { kind: 'number' }),
    field('filled', INTEGER),
    field('asked', INTEGER),
  ])
  return { form, task, actor: ACTOR }
}

export const ACTOR: RecordType = recordOf('actor', [
  field('id', PERSON),
  field('roles', { kind: 'list', item: { kind: 'role' } }),
])

export const VOTES: RecordType = recordOf('votes', [
  field('approved', INTEGER),
  field('rejected', INTEGER),
  field('seats', INTEGER),
])

export const ERROR: RecordType = recordOf('error', [
  field('code', { kind: 'string' }),
  field('message', { kind: 'text' }),
])

/** `children.*` of a state that runs child processes. */
export function childrenType(item: Type | undefined, output: RecordType): RecordType {
  const given = item ? [field('item', item)] : []
  const list = (name: string, ended: boolean): Type => ({
    kind: 'list',
    item: recordOf(name, ended ? [...given, field('output', output)] : given),
  })
  return recordOf('children', [
    field('open', list('openChild', false)),
    field('done', list('doneChild', true)),
    field('failed', list('failedChild', false)),
    field('total', INTEGER),
  ])
}

/** The work of a state, or undefined where it has none. */
export function readWork(reading: Reading, skeleton: StateSkeleton, stateTitle: Phrase | undefined): Work | undefined {
  const { node } = skeleton
  const task = child(node, 'task')
  if (task) return readTask(reading, skeleton, task, stateTitle)
  const approval = child(node, 'approval')
  if (approval) return readApproval(reading, skeleton, approval, stateTitle)
  const action = child(node, 'action')
  if (action) return readAction(reading, skeleton, action)
  const process = skeleton.path === '' ? undefined : child(node, 'process')
  return process ? readChildren(reading, skeleton, process) : undefined
}

/** A task of a state or of a rhythm. */
export function readTask(
  reading: Reading,
  skeleton: StateSkeleton,
  node: Node,
  stateTitle: Phrase | undefined,
): TaskWork {
  const form = readFields(child(node, 'form'), reading.types, reading)
  const standing = { skeleton, variables: taskVariables(recordOf('form', form)) }
  const plain = { skeleton, variables: {} }
  const person = child(node, 'person')
  const personExpression = person && readExpression(reading, plain, person, { expected: PERSON })
  const title = child(node, 'title')
  const guide = child(node, 'guide')
  return {
    kind: 'task',
    ending: textOf(child(node, 'event')) ?? 'done',
    title: title ? readPhrase(reading, plain, 'title', title) : (stateTitle ?? bareTitle(skeleton)),
    assignee: personExpression
      ? { person: personExpression }
      : { role: rolesOf(reading, child(node, 'role'))[0] ?? '' },
    form,
    evidence: readEvidence(reading, child(node, 'evidence')),
    requires: readRequirements(reading, standing, child(node, 'requires')),
    place: node.place,
    ...(guide ? { guide: readPhrase(reading, plain, 'guide', guide) } : {}),
    ...readDeadline(reading, plain, node),
    ...readEstimate(reading, child(node, 'estimate') ?? child(skeleton.node, 'estimate')),
  }
}

function bareTitle(skeleton: StateSkeleton): Phrase {
  return { text: { en: skeleton.key, zh: skeleton.key }, arguments: {} }
}

function readEvidence(reading: Reading, node: Node | undefined): readonly EvidenceKind[] {
  return itemsOf(node).map((item) => {
    const kind = textOf(child(item, 'kind')) ?? ''
    const required = child(item, 'required')
    return {
      kind,
      title: noteText(reading, `evidence ${kind}`, child(item, 'title')),
      required: required?.kind === 'scalar' && required.value === true,
    }
  })
}

function readApproval(
  reading: Reading,
  skeleton: StateSkeleton,
  node: Node,
  stateTitle: Phrase | undefined,
): ApprovalWork {
  const standing = { skeleton, variables: { votes: VOTES } }
  const of = child(node, 'of')
  const title = child(node, 'title')
  const people =
    of?.kind === 'scalar'
      ? readExpression(reading, { skeleton, variables: {} }, of, { expected: { kind: 'list', item: PERSON } })
      : undefined
  const odds = child(node, 'odds')
  return {
    kind: 'approval',
    title: title
      ? readPhrase(reading, { skeleton, variables: {} }, 'title', title)
      : (stateTitle ?? bareTitle(skeleton)),
    seats: of?.kind === 'scalar' ? (people ?? []) : rolesOf(reading, of),
    quorum: readQuorum(reading, child(node, 'quorum'), wordsOf(of).length),
    veto: rolesOf(reading, child(node, 'veto')),
    notBy: itemsOf(child(node, 'notBy')).flatMap((item) => resolveState(reading, skeleton, item) ?? []),
    requires: readRequirements(reading, standing, child(node, 'requires')),
    odds:
      odds?.kind === 'map'
        ? Object.fromEntries(odds.entries.map(({ key, value }) => [key, Number(textOf(value))]))
        : {},
    place: node.place,
    keys: keyPlaces(node),
    ...readDeadline(reading, { skeleton, variables: {} }, node),
    ...readEstimate(reading, child(node, 'estimate') ?? child(skeleton.node, 'estimate')),
  }
}

function readQuorum(reading: Reading, node: Node | undefined, seats: number): Quorum {
  const text = textOf(node) ?? 'all'
  if (text === 'all' || text === 'any' || text === 'majority') return { kind: text }
  const share = /^(\d{1,3})%$/.exec(text)
  if (share) return { kind: 'share', percent: Number(share[1]) }
  const count = /^(\d+) of (\d+)$/.exec(text)
  if (count && (seats === 0 || Number(count[2]) === seats) && Number(count[1]) <= Number(count[2])) {
    return { kind: 'count', count: Number(count[1]) }
  }
  if (node) report(reading, 'definition/quorum', { text, seats }, node)
  return { kind: 'all' }
}

function readAction(reading: Reading, skeleton: StateSkeleton, node: Node): ActionWork {
  const name = textOf(node) ?? ''
  const known = reading.environment.actions.get(name)
  if (!known) {
    const near = nearestName(name, [...reading.environment.actions.keys()])
    report(reading, 'definition/unknown-action', { name, near }, node)
  }
  const standing = { skeleton, variables: {} }
  return {
    kind: 'action',
    action: name,
    input: readInput(reading, standing, child(skeleton.node, 'with'), known?.input, node),
    result: known?.output ?? recordOf('result', []),
    place: node.place,
  }
}

function readChildren(reading: Reading, skeleton: StateSkeleton, node: Node): ChildrenWork {
  const each = readEach(reading, { skeleton, variables: {} }, child(skeleton.node, 'each'))
  const variables: Record<string, Type> = each ? { [each.variable]: each.item } : {}
  const input = inputOf(reading, node)
  const limit = child(skeleton.node, 'limit')
  return {
    kind: 'children',
    process: textOf(node) ?? '',
    input: readInput(reading, { skeleton, variables }, child(skeleton.node, 'with'), input, node),
    leave: textOf(child(skeleton.node, 'leave')) === 'keep' ? 'keep' : 'cancel',
    output: reading.environment.processes.get(textOf(node) ?? '')?.output ?? recordOf('output', []),
    place: node.place,
    ...(each ? { each: { variable: each.variable, list: each.list } } : {}),
    ...(limit?.kind === 'scalar' ? { limit: Number(limit.value) } : {}),
  }
}
