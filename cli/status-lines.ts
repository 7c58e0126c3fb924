/** The sections of a status page, as lines. */
import type { Definition } from '../engine/definition/definition.ts'
import type { TaskRow } from '../engine/host/host.ts'
import type { Page } from './page.ts'
import { activeLeaves, type Standing, sayOf, titleOf, withPlace } from './state-titles.ts'
import { type StatusNode, shownAbove } from './status-tree.ts'
import { lines } from './table.ts'

const signs = { ahead: '○', open: '●', done: '✓' } as const
const colours = { ahead: 'dim', open: 'cyan', done: 'green' } as const

/** The tree, each state with a sign and what of its inside is active. */
export function treeLines(nodes: readonly StatusNode[], page: Page): string {
  const rows = (level: readonly StatusNode[], indent: string): string[][] =>
    level.flatMap(({ title, mark, inside, children }) => [
      [`${indent}${page.paint(colours[mark], signs[mark])} ${title}`, inside.join(' · ')],
      ...rows(children, `${indent}  `),
    ])
  return lines(rows(nodes, ''), '  ')
}

/** When work is due, and how far off that is; late work in red. In a column headed so, without the word. */
export function dueText(
  task: Pick<TaskRow, 'dueAt' | 'estimated'>,
  page: Page,
  place: 'line' | 'column' = 'line',
): string {
  if (task.dueAt === undefined) return ''
  const isLate = task.dueAt < page.now
  const keys = { line: ['show.dueIn', 'show.lateBy'], column: ['due.in', 'due.late'] } as const
  const values = { at: page.moment(task.dueAt), distance: page.distance(task.dueAt - page.now) }
  const text =
    page.say(keys[place][isLate ? 1 : 0], values) + (task.estimated ? page.aside(page.say('show.estimated')) : '')
  return isLate ? page.paint('red', text) : text
}

/** Whose work it is: who claimed it, else the person it is for, else the role and who holds it. */
export function whoseText({ assignee, person, role }: TaskRow, page: Page): string {
  const one = assignee ?? person
  return one === undefined ? page.role(role ?? '') : page.name(one)
}

/** The late first, then by due time, those without one last. */
export function inOrder(tasks: readonly TaskRow[]): TaskRow[] {
  return [...tasks].sort((a, b) => (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) || 0)
}

/** Open work: what, whose, until when, and what completing it asks for. */
export function workLines(tasks: readonly TaskRow[], standing: Standing, page: Page): string {
  const blocks = inOrder(tasks).map((task) => {
    const what = withPlace(standing, task.state, page.said(task.title), page)
    const to = page.list(task.escalatedTo.map((id) => page.name(id)))
    const escalated = to === '' ? '' : page.paint('red', page.say('show.escalated', { to }))
    return {
      row: [what, whoseText(task, page), dueText(task, page), escalated, page.paint('dim', task.id)],
      asks: asksOf(task, page),
    }
  })
  const rows = lines(
    blocks.map(({ row }) => row.filter((_, column) => blocks.some((block) => block.row[column] !== ''))),
    '  ',
  ).split('\n')
  return blocks
    .map(({ asks }, at) => [rows[at], ...asks.map((line) => page.paint('dim', `    ${line}`)), ''].join('\n'))
    .join('')
}

function asksOf({ form, evidence, filled }: TaskRow, page: Page): string[] {
  const fields = form
    .filter(({ name }) => filled[name] === undefined)
    .map(({ name, optional }) => (optional ? `${name}?` : name))
  const kinds = evidence
    .filter(({ attached }) => attached === 0)
    .map(({ kind, required }) => (required ? kind : `${kind}?`))
  return [
    ...(fields.length === 0 ? [] : [page.say('show.fill', { fields: page.list(fields) })]),
    ...(kinds.length === 0 ? [] : [page.say('show.attach', { kinds: page.list(kinds) })]),
  ]
}

/** What is waited for, each once with all that waits for it, and the events that would move it on. */
export interface Waiting {
  readonly for: string
  readonly states: readonly string[]
  readonly events: readonly string[]
}

export function waitings(standing: Standing, nodes: readonly StatusNode[], page: Page): readonly Waiting[] {
  const found = new Map<string, { states: string[]; events: Set<string> }>()
  for (const leaf of activeLeaves(standing)) {
    if (leaf.waits === undefined) continue
    const key = page.said(sayOf(standing, leaf, leaf.waits))
    const entry = found.get(key) ?? { states: [], events: new Set() }
    entry.states.push(shownAbove(nodes, leaf.path)?.title ?? titleOf(standing, leaf, page))
    for (const { trigger } of leaf.transitions) if (trigger.kind === 'event') entry.events.add(trigger.event)
    found.set(key, entry)
  }
  return [...found].map(([text, { states, events }]) => ({ for: text, states, events: [...events] }))
}

export function waitingLines(waiting: readonly Waiting[], definition: Definition, page: Page): string {
  return waiting
    .map(({ for: text, states, events }) => {
      const what = events.map((event) => eventText(definition, event, page))
      const unblock = what.length === 0 ? '' : page.say('show.unblock', { what: page.list(what) })
      return [
        `  ${text} ${page.paint('dim', `← ${someOf(states, page)}`)}`,
        ...(unblock === '' ? [] : [`    ${unblock}`]),
        '',
      ].join('\n')
    })
    .join('')
}

/** The first few, and how many more. */
function someOf(items: readonly string[], page: Page): string {
  const most = 4
  if (items.length <= most + 1) return page.list(items)
  return `${page.list(items.slice(0, most))} ${page.say('show.more', { count: items.length - most })}`
}

/** `START (Project manager)`. */
function eventText(definition: Definition, name: string, page: Page): string {
  const by = definition.events[name]?.by ?? []
  return by.length === 0 ? name : `${name}${page.aside(page.list(by.map((role) => page.name(role))))}`
}
