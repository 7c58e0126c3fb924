/** Remarks as people read them. */
import type { JsonObject } from '../engine/expression/type.ts'
import type { CommentRow } from '../engine/host/host.ts'
import { iso } from './json-forms.ts'
import type { Page } from './page.ts'
import { lines } from './table.ts'

/** A status page shows so many, the latest. */
const latest = 5

/** The latest remarks: when, who, and what, with the task it is about. */
export function commentLines(comments: readonly CommentRow[], page: Page): string {
  if (comments.length === 0) return ''
  const shown = comments.slice(-latest)
  const rows = shown.map((comment) => [
    page.moment(comment.at),
    page.name(comment.by),
    commentText(comment, page),
    page.paint('dim', comment.task ?? ''),
  ])
  const more = comments.length - shown.length
  return lines(rows, '  ') + (more === 0 ? '' : `  ${page.say('show.moreComments', { count: more })}\n`)
}

/** Its words on one line, or that they were erased. */
export function commentText({ text }: CommentRow, page: Page): string {
  return text === undefined ? page.say('entry.erased') : `“${text.trim().replace(/\s*\n\s*/g, ' ')}”`
}

export function commentJson({ instance, task, text, by, at }: CommentRow): JsonObject {
  return {
    instance,
    ...(task !== undefined && { task }),
    by,
    at: iso(at),
    erased: text === undefined,
    ...(text !== undefined && { text }),
  }
}
