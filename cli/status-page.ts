/**
 * The page a project manager wants: where an instance stands, what is open, who must do it by when, what everything waits
 * for, and the next commands to type. It reads any process; it knows of no step and no phase.
 */

import type { JsonObject } from '../engine/expression/type.ts'
import type { CommentRow, InstanceView } from '../engine/host/host.ts'
import type { JournalEntry } from '../engine/journal/journal-entry.ts'
import type { Directory } from '../engine/people/directory.ts'
import { renderDuration } from '../engine/text/render-duration.ts'
import { commentJson, commentLines } from './comment-lines.ts'
import { instanceJson, iso, taskJson, timerJson } from './json-forms.ts'
import { nextCommands } from './next-commands.ts'
import type { Page } from './page.ts'
import type { Output } from './picket-command.ts'
import type { Standing } from './state-titles.ts'
import { treeLines, waitingLines, waitings, workLines } from './status-lines.ts'
import { type StatusNode, shownAbove, statusTree } from './status-tree.ts'
import { lines } from './table.ts'

/** What the page is about. */
export interface Status {
  readonly view: InstanceView
  readonly standing: Standing
  readonly journal: readonly JournalEntry[]
  readonly comments: readonly CommentRow[]
  readonly directory: Directory
}

/** The page, and the same as JSON. */
export function statusPage({ view, standing, journal, comments, directory }: Status, page: Page): Output {
  const { record, tasks, children } = view
  const tree = statusTree(standing, journal, page)
  const waiting = waitings(standing, tree, page)
  const open = tasks.filter(({ status }) => status === 'open')
  const next = nextCommands({ ...view, tasks: open }, standing, tree, directory).map((line) => page.command(line))
  const timers = record.timers
    .filter(({ kind }) => kind !== 'late' && kind !== 'remind')
    .sort((a, b) => a.dueAt - b.dueAt)
  const isRunning = record.status === 'running' || record.status === 'ending'
  return {
    json: {
      ...identityJson(view, standing, page),
      states: tree.map(nodeJson),
      active: [...standing.active].filter((path) => path !== ''),
      tasks: tasks.map((task) => taskJson(task, page)),
      timers: [...record.timers].sort((a, b) => a.dueAt - b.dueAt).map(timerJson),
      waits: waiting.map(({ for: text, states, events }) => ({ for: text, states, events })),
      children: children.map((child) => instanceJson(child, page)),
      comments: comments.map(commentJson),
      failed: record.incidents.map(({ id, state, at, code, message }) => ({ id, state, at: iso(at), code, message })),
      next,
    },
    text: [
      heading(view, standing, page),
      section('show.states', treeLines(tree, page), page),
      isRunning || open.length > 0
        ? section('show.open', workLines(open, standing, page) || `  ${page.say('show.nothingOpen')}\n`, page)
        : '',
      section('show.waits', waitingLines(waiting, standing.definition, page), page),
      section('show.timers', timerLines(timers.slice(0, 3), standing, tree, page), page),
      section('show.children', childLines(view, page), page),
      section('show.incidents', incidentLines(record.incidents, page), page),
      section('show.comments', commentLines(comments, page), page),
      section('show.next', next.map((command) => `  ${command}\n`).join(''), page),
    ]
      .filter((text) => text !== '')
      .join('\n'),
  }
}

function identityJson({ row, record, newer }: InstanceView, { definition }: Standing, page: Page): JsonObject {
  return {
    ...instanceJson(row, page),
    title: page.text(definition.title),
    ...(newer && { newer: { version: newer.version, hash: newer.hash } }),
    ...(record.outcome !== undefined && { outcome: record.outcome }),
    ...(record.output !== undefined && { output: record.output }),
    data: record.data,
  }
}

function nodeJson({ path, title, mark, inside, children }: StatusNode): JsonObject {
  return { path, title, mark, inside, children: children.map(nodeJson) }
}

function section(title: Parameters<Page['say']>[0], body: string, page: Page): string {
  return body === '' ? '' : `${page.paint('bold', page.say(title))}\n${body}`
}

function heading({ row, newer }: InstanceView, { definition }: Standing, page: Page): string {
  const status = page.say(`status.${row.status}`)
  const pinned =
    newer === undefined
      ? ''
      : page.paint(
          'yellow',
          newer.version === row.version
            ? page.say('show.changed', { version: row.version })
            : page.say('show.version', { version: row.version, newer: newer.version }),
        )
  return [
    `${page.paint('bold', page.said(row.name))}  ${page.paint(row.status === 'running' ? 'green' : 'yellow', status)}`,
    [page.text(definition.title), row.version, row.id].join('  '),
    [
      page.say('show.started', { at: page.moment(row.startedAt) }),
      ...(row.parent === undefined ? [] : [page.say('show.parent', { parent: row.parent })]),
    ].join('  '),
    ...(pinned === '' ? [] : [pinned]),
    '',
  ].join('\n')
}

function timerLines(
  timers: InstanceView['record']['timers'],
  { definition }: Standing,
  tree: readonly StatusNode[],
  page: Page,
): string {
  if (timers.length === 0) return ''
  return lines(
    timers.map(({ dueAt, estimated, state, kind, key }) => {
      const figure = definition.params.find(({ name }) => name === key)?.default
      const length = renderDuration(typeof figure === 'string' ? figure : key, page.locale)
      const what = page.say(`timer.${kind}`) + (kind === 'at' ? '' : page.aside(length))
      const isEstimated = estimated === true ? page.aside(page.say('show.estimated')) : ''
      return [page.moment(dueAt) + isEstimated, shownAbove(tree, state)?.title ?? state, what]
    }),
    '  ',
  )
}

function childLines({ children }: InstanceView, page: Page): string {
  if (children.length === 0) return ''
  return lines(
    children.map(({ id, name, status }) => [page.said(name), page.say(`status.${status}`), page.paint('dim', id)]),
    '  ',
  )
}

function incidentLines(incidents: InstanceView['record']['incidents'], page: Page): string {
  return incidents.map(({ state, message }) => `  ${page.paint('red', `${state}: ${message}`)}\n`).join('')
}
