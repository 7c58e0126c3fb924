/** A journal as people read it: when, who, what, and where it led. */
import type { CommentRow, TaskRow } from '../engine/host/host.ts'
import type { JournalEntry } from '../engine/journal/journal-entry.ts'
import type { TimerKind } from '../engine/step/record.ts'
import { commentText } from './comment-lines.ts'
import type { Page } from './page.ts'
import { placedTitle, type Standing, withPlace } from './state-titles.ts'

/** One row an entry, the oldest first; remarks stand where they were made. */
export function journalTable(
  journal: readonly JournalEntry[],
  standing: Standing,
  tasks: readonly TaskRow[],
  page: Page,
  comments: readonly CommentRow[] = [],
): string {
  const titles = new Map(tasks.map(({ id, state, title }) => [id, withPlace(standing, state, page.said(title), page)]))
  const entries = journal.map((entry) => ({
    at: entry.at,
    row: [
      String(entry.step),
      page.moment(entry.at),
      page.name(entry.actor.id),
      whatText(entry, standing, titles, page),
      [movesText(entry, standing, page), ...notesOf(entry, page)].filter((text) => text !== '').join('; '),
    ],
  }))
  const remarks = comments.map((comment) => ({
    at: comment.at,
    row: [
      '',
      page.moment(comment.at),
      page.name(comment.by),
      remarkText(comment, titles, page),
      commentText(comment, page),
    ],
  }))
  const rows = [...entries, ...remarks].sort((a, b) => a.at - b.at).map(({ row }) => row)
  return page.table(['column.step', 'column.at', 'column.who', 'column.what', 'column.moves'], rows)
}

function remarkText({ task }: CommentRow, titles: ReadonlyMap<string, string>, page: Page): string {
  return task === undefined
    ? page.say('entry.remark')
    : page.say('entry.remarkOn', { subject: titles.get(task) ?? task })
}

function whatText(entry: JournalEntry, standing: Standing, titles: ReadonlyMap<string, string>, page: Page): string {
  if (entry.kind !== 'timer') {
    return page.say(`entry.${verbOf(entry)}`, { subject: titles.get(entry.subject) ?? entry.subject })
  }
  const [, kind, path = ''] = /^(after|at|every|remind|late)@([^:]*)/.exec(entry.subject) ?? []
  const state = standing.definition.states.get(path)
  const subject = state === undefined ? path : placedTitle(standing, state, page)
  const text = page.say('entry.timer', { kind: page.say(`timer.${timerKind(kind)}`), subject })
  return entry.lateBy === undefined
    ? text
    : text + page.aside(page.say('timer.fired', { distance: page.distance(entry.lateBy) }))
}

/** How somebody voted is known until the entry is erased. */
function verbOf({ kind, payload }: JournalEntry) {
  if (kind !== 'vote' || payload?.event.kind !== 'vote') return kind
  return payload.event.approved === true ? 'approved' : 'rejected'
}

function timerKind(kind: string | undefined): TimerKind {
  return kind === 'at' || kind === 'every' || kind === 'remind' || kind === 'late' ? kind : 'after'
}

/** The states entered that still held when the step was over, deepest only. */
function movesText({ entered, left }: JournalEntry, standing: Standing, page: Page): string {
  const stayed = entered.filter((path, at) => !left.includes(path) || entered.lastIndexOf(path) > at)
  const leaves = stayed.filter(
    (path) => !stayed.some((other) => other.startsWith(`${path}.`) || (path === '' && other !== '')),
  )
  const titles = leaves.flatMap((path) => {
    const state = standing.definition.states.get(path)
    return state === undefined ? [] : [placedTitle(standing, state, page)]
  })
  return titles.length > 4
    ? `→ ${page.list(titles.slice(0, 4))} … (${titles.length})`
    : titles.length === 0
      ? ''
      : `→ ${page.list(titles)}`
}

function notesOf({ payload }: JournalEntry, page: Page): string[] {
  if (payload === undefined) return [page.say('entry.erased')]
  const comment = payload.event.comment
  return [...payload.notes.map((note) => page.said(note)), ...(typeof comment === 'string' ? [`“${comment}”`] : [])]
}
