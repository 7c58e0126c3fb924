/** What a state's box says under its title: who does the work and by when, what repeats, what opens it. */
import type { Operation, State, Transition } from '../definition/definition.ts'
import type { ApprovalWork, Quorum, TaskWork } from '../definition/work.ts'
import { arrowLabel } from './arrow-label.ts'
import { describeRhythm } from './describe-transition.ts'
import type { Row } from './picture-node.ts'
import { pictureWord } from './picture-words.ts'
import { sayLength } from './say-length.ts'
import { fieldTitle, humanise, sayPhrase, stateTitle } from './say-text.ts'
import { counterpart, processTitle, roleTitle, type Scene, stateAt } from './scene.ts'

/** Rows of a state; in the pattern of a group what differs between its members says that it varies. */
export function stateRows(scene: Scene, state: State): readonly Row[] {
  return [
    ...workRows(scene, state),
    ...waitRows(scene, state),
    ...rhythmRows(scene, state),
    ...inPlaceRows(scene, state),
  ]
}

/** `waits for the customer's intent`; left out where the members of a group wait for different things. */
function waitRows({ definition, locale, pattern }: Scene, { path, waits }: State): readonly Row[] {
  if (!waits) return []
  const said = sayPhrase(waits, locale)
  const same = pattern?.members.every((member) => {
    const twin = definition.states.get(counterpart(path, pattern.example, member))
    return !twin?.waits || sayPhrase(twin.waits, locale) === said
  })
  return same === false ? [] : [{ text: `${pictureWord('waitsFor', locale)}${said}` }]
}

/** The row of a state's work: `sponsor · 5 workdays`. */
function workRows(scene: Scene, state: State): readonly Row[] {
  const parts = workParts(scene, state)
  const varying = scene.pattern ? varyingParts(scene, state, parts) : parts
  const text = varying.filter(Boolean).join(' · ')
  return text === '' ? [] : [{ text }]
}

/** Who does the work of a state, and by when; empty where there is nothing to say. */
export function workParts(scene: Scene, { work }: State): readonly [who: string, when: string] {
  if (work?.kind === 'task') return [assignee(scene, work), due(scene, work)]
  if (work?.kind === 'approval') return [seats(scene, work), due(scene, work)]
  if (work?.kind === 'action') return [actionName(work.action), '']
  if (work?.kind !== 'children') return ['', '']
  const each = work.each && pictureWord('each', scene.locale)
  const process = processTitle(scene, work.process)
  return [each ? `${process} (${each}${work.limit ? `, ≤ ${work.limit}` : ''})` : process, '']
}

function varyingParts(scene: Scene, state: State, [who, when]: readonly [string, string]): readonly [string, string] {
  const { members = [], example = '' } = scene.pattern ?? {}
  const others = members.flatMap((member) => {
    const other = scene.definition.states.get(counterpart(state.path, example, member))
    return other?.work ? [workParts(scene, other)] : []
  })
  return [
    others.every(([other]) => other === who) ? who : pictureWord('roleVaries', scene.locale),
    others.every(([, other]) => other === when) ? when : pictureWord('dueVaries', scene.locale),
  ]
}

function assignee(scene: Scene, { assignee: by }: TaskWork): string {
  if ('role' in by) return roleTitle(scene, by.role)
  const title = fieldTitle(by.person.text, scene.definition, scene.locale)
  return scene.locale === 'en' ? title.charAt(0).toLowerCase() + title.slice(1) : title
}

function due(scene: Scene, { deadline }: TaskWork | ApprovalWork): string {
  return deadline ? sayLength(deadline.due.text, scene.definition, scene.locale) : ''
}

function seats(scene: Scene, work: ApprovalWork): string {
  const list = work.seats
  if (!isRoles(list)) return fieldTitle(list.text, scene.definition, scene.locale)
  const names = list.map((role) => roleTitle(scene, role)).join(scene.locale === 'zh' ? '、' : ', ')
  return list.length < 2 ? names : `${names} (${quorum(scene, work.quorum, list.length)})`
}

function isRoles(seated: ApprovalWork['seats']): seated is readonly string[] {
  return Array.isArray(seated)
}

function quorum({ locale }: Scene, rule: Quorum, seated: number): string {
  if (rule.kind === 'share') return `${rule.percent}%`
  if (rule.kind !== 'count') return pictureWord(rule.kind, locale)
  return `${rule.count}/${seated}`
}

function actionName(action: string): string {
  return humanise(action.slice(action.indexOf('.') + 1)).toLowerCase()
}

/** `every 2 weeks: Periodic evaluation, project manager`. */
function rhythmRows(scene: Scene, state: State): readonly Row[] {
  const { definition, locale } = scene
  return state.rhythms.flatMap(({ key, task }): readonly Row[] => {
    if (!task) return []
    const rhythm = describeRhythm(state.path, key, definition, locale)
    const words = [sayPhrase(task.title, locale), assignee(scene, task), due(scene, task)].filter(Boolean).join(' · ')
    return [{ glyph: 'wait', text: locale === 'zh' ? `${rhythm}：${words}` : `${rhythm}: ${words}` }]
  })
}

/** Moves that leave nothing: what happens and what is done then. */
function inPlaceRows(scene: Scene, state: State): readonly Row[] {
  const rows = state.transitions
    .filter(({ target, trigger }) => target === undefined && trigger.kind !== 'rhythm-ending')
    .flatMap((transition) => inPlaceRow(scene, transition))
  return rows.filter((row, index) => rows.findIndex(({ text }) => text === row.text) === index)
}

/** None for an ending that only writes something down. */
function inPlaceRow(scene: Scene, transition: Transition): readonly Row[] {
  const { locale } = scene
  const label = arrowLabel(scene, transition)
  const done = transition.operations.flatMap((operation) => operationWords(scene, operation, transition.source))
  const words = transition.stay && done.length === 0 ? [pictureWord('stays', locale)] : done
  if (words.length === 0 && transition.trigger.kind === 'ending') return []
  const timed = ['after', 'at', 'every'].includes(transition.trigger.kind)
  const separator = locale === 'zh' ? '：' : ': '
  const text = words.length === 0 ? label : `${label}${separator}${words.join(locale === 'zh' ? '，' : ', ')}`
  return [{ glyph: timed ? 'wait' : 'opens', text }]
}

function operationWords(scene: Scene, operation: Operation, source: string): readonly string[] {
  const { locale } = scene
  const blank = locale === 'zh' ? '' : ' '
  if (operation.kind === 'notify')
    return [`${pictureWord('notify', locale)}${blank}${roleTitle(scene, operation.role)}`]
  if (operation.kind === 'start')
    return [`${pictureWord('start', locale)}${blank}${processTitle(scene, operation.process)}`]
  if (operation.kind === 'escalate') return [pictureWord('escalate', locale)]
  if (operation.kind !== 'open') return []
  const task = besidePath(scene, operation.task, source)
  return [task ? stateTitle(stateAt(scene.definition, task), locale) : humanise(operation.task)]
}

/** The path of the work beside the flow that `open: NAME` means in a state; a path is taken as it is. */
export function besidePath({ definition }: Scene, task: string, source: string): string | undefined {
  if (definition.beside.includes(task)) return task
  for (let level = source; ; level = level.slice(0, Math.max(level.lastIndexOf('.'), 0))) {
    const path = level === '' ? `~${task}` : `~${level}.${task}`
    if (definition.beside.includes(path)) return path
    if (level === '') return undefined
  }
}
