/** Moves: `on always after at every` of a state (`language.md` 3 and 4). */
import type { Type } from '../expression/type.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Rhythm, Transition, Trigger } from './definition.ts'
import { child, keyPlaces, type Node } from './node.ts'
import { readLengthKey } from './read-deadline.ts'
import { readOperations } from './read-operations.ts'
import { readPhrase } from './read-phrase.ts'
import { readRequirements } from './read-requirements.ts'
import { ACTOR, childrenType, ERROR, readTask, taskVariables, VOTES } from './read-work.ts'
import {
  BOOLEAN,
  itemsOf,
  type Reading,
  readExpression,
  recordOf,
  report,
  rolesOf,
  type Standing,
  type StateSkeleton,
  textOf,
} from './reading.ts'
import { resolveState } from './resolve-state.ts'
import type { Work } from './work.ts'
import { workEndings } from './work-endings.ts'

/** What stands around a state's transitions: its kind and its work decide which endings there are. */
export interface Moving {
  readonly skeleton: StateSkeleton
  readonly composite: boolean
  readonly work: Work | undefined
}

/** All transitions of a state, in the order they are tried: `on`, `always`, `after`, `at`, `every`. */
export function readTransitions(reading: Reading, moving: Moving, rhythms: readonly Rhythm[]): readonly Transition[] {
  const { node } = moving.skeleton
  return [
    ...readOn(reading, moving, child(node, 'on')),
    ...readMany(reading, moving, child(node, 'always'), { kind: 'always' }, {}),
    ...readAfter(reading, moving, child(node, 'after')),
    ...readAt(reading, moving, child(node, 'at')),
    ...readEvery(reading, moving, child(node, 'every'), rhythms),
  ]
}

function readOn(reading: Reading, moving: Moving, node: Node | undefined): readonly Transition[] {
  if (node?.kind !== 'map') return []
  return node.entries.flatMap(({ key, keyPlace, value }) => {
    const trigger = triggerOf(reading, moving, key)
    if (trigger) return readMany(reading, moving, value, trigger, variablesOf(reading, moving, trigger))
    const near = nearestName(key, [...Object.keys(reading.events), ...endingsOf(moving)])
    report(reading, 'definition/unknown-event', { name: key, near }, { ...value, place: keyPlace })
    return []
  })
}

/** Names that the work of a state may end with. */
function endingsOf({ work, composite }: Moving): readonly string[] {
  if (composite) return ['done']
  return work ? workEndings(work) : []
}

function triggerOf(reading: Reading, moving: Moving, key: string): Trigger | undefined {
  if (endingsOf(moving).includes(key)) return moving.composite ? { kind: 'done' } : { kind: 'ending', ending: key }
  return Object.hasOwn(reading.events, key) ? { kind: 'event', event: key } : undefined
}

/** What a transition may read beyond what is there everywhere. */
function variablesOf(reading: Reading, { work }: Moving, trigger: Trigger): Readonly<Record<string, Type>> {
  if (trigger.kind === 'event') {
    const fields = reading.events[trigger.event]?.with ?? []
    return { event: recordOf('event', fields), actor: ACTOR }
  }
  if (trigger.kind !== 'ending' || !work) return {}
  if (work.kind === 'task') return trigger.ending === work.ending ? taskVariables(recordOf('form', work.form)) : {}
  if (work.kind === 'approval') return { votes: VOTES }
  if (work.kind === 'action') return trigger.ending === 'failed' ? { error: ERROR } : { result: work.result }
  return trigger.ending === 'done' && !work.each ? { result: work.output } : {}
}

/** The `children` variable of a state that runs child processes. */
export function childrenVariable(work: Work | undefined): Readonly<Record<string, Type>> {
  if (work?.kind !== 'children') return {}
  const list = work.each?.list.type
  return { children: childrenType(list?.kind === 'list' ? list.item : undefined, work.output) }
}

function readMany(
  reading: Reading,
  moving: Moving,
  node: Node | undefined,
  trigger: Trigger,
  variables: Readonly<Record<string, Type>>,
): readonly Transition[] {
  const standing: Standing = {
    skeleton: moving.skeleton,
    variables: { ...childrenVariable(moving.work), ...variables },
  }
  return itemsOf(node).map((item) => readTransition(reading, standing, moving.skeleton, item, trigger))
}

function readTransition(
  reading: Reading,
  standing: Standing,
  skeleton: StateSkeleton,
  node: Node,
  trigger: Trigger,
): Transition {
  const index = reading.transitions
  reading.transitions += 1
  const targetNode = node.kind === 'scalar' ? node : child(node, 'target')
  const target = targetNode && resolveState(reading, skeleton, targetNode)
  const guardNode = child(node, 'guard')
  const guard = guardNode && readExpression(reading, standing, guardNode, { expected: BOOLEAN })
  const by = child(node, 'by')
  const leave = textOf(child(node, 'leave'))
  const note = child(node, 'note')
  const odds = child(node, 'odds')
  return {
    index,
    source: skeleton.path,
    trigger,
    requires: readRequirements(reading, standing, child(node, 'requires')),
    stay: textOf(child(node, 'stay')) === 'true',
    operations: node.kind === 'map' ? readOperations(reading, standing, node) : [],
    place: node.place,
    ...(node.kind === 'map' ? { keys: keyPlaces(node) } : {}),
    ...(guard ? { guard } : {}),
    ...(by ? { by: rolesOf(reading, by) } : {}),
    ...(target === undefined ? {} : { target }),
    ...(leave === 'keep' || leave === 'cancel' ? { leave } : {}),
    ...(note ? { note: readPhrase(reading, standing, 'note', note) } : {}),
    ...(odds?.kind === 'scalar' ? { odds: Number(odds.value) } : {}),
  }
}

function readAfter(reading: Reading, moving: Moving, node: Node | undefined): readonly Transition[] {
  if (node?.kind !== 'map') return []
  const standing: Standing = { skeleton: moving.skeleton, variables: {} }
  return node.entries.flatMap(({ key, keyPlace, value }) => {
    const length = readLengthKey(reading, standing, key, { ...value, place: keyPlace })
    return length ? readMany(reading, moving, value, { kind: 'after', key, length }, {}) : []
  })
}

function readAt(reading: Reading, moving: Moving, node: Node | undefined): readonly Transition[] {
  const standing: Standing = { skeleton: moving.skeleton, variables: {} }
  return itemsOf(node).flatMap((item, index) => {
    const whenNode = child(item, 'when')
    const when = whenNode && readExpression(reading, standing, whenNode)
    if (!when || !whenNode) return []
    if (when.type.kind !== 'date' && when.type.kind !== 'datetime') {
      report(reading, 'definition/not-a-moment', {}, whenNode)
      return []
    }
    return readMany(reading, moving, item, { kind: 'at', key: String(index), when }, {})
  })
}

/** The rhythms of a state: what repeats while it is active. */
export function readRhythms(reading: Reading, skeleton: StateSkeleton): readonly Rhythm[] {
  const node = child(skeleton.node, 'every')
  if (node?.kind !== 'map') return []
  return node.entries.flatMap(({ key, keyPlace, value }): readonly Rhythm[] => {
    const length = readLengthKey(reading, { skeleton, variables: {} }, key, { ...value, place: keyPlace })
    if (!length) return []
    const task = child(value, 'task')
    return [{ key, length, ...(task ? { task: readTask(reading, skeleton, task, undefined) } : {}) }]
  })
}

function readEvery(
  reading: Reading,
  moving: Moving,
  node: Node | undefined,
  rhythms: readonly Rhythm[],
): readonly Transition[] {
  if (node?.kind !== 'map') return []
  return node.entries.flatMap(({ key, value }) => {
    const rhythm = rhythms.find((candidate) => candidate.key === key)
    if (!rhythm) return []
    if (!rhythm.task) return readMany(reading, moving, value, { kind: 'every', key }, {})
    return readRhythmEndings(reading, moving, value, rhythm)
  })
}

function readRhythmEndings(reading: Reading, moving: Moving, node: Node, rhythm: Rhythm): readonly Transition[] {
  const on = child(node, 'on')
  if (on?.kind !== 'map' || !rhythm.task) return []
  const { ending, form } = rhythm.task
  return on.entries.flatMap((entry) => {
    const trigger: Trigger = { kind: 'rhythm-ending', key: rhythm.key, ending: entry.key }
    const variables = entry.key === ending ? taskVariables(recordOf('form', form)) : {}
    return readMany(reading, moving, entry.value, trigger, variables)
  })
}
