/** Rows of the host as `--json` shows them: texts in the reader's language, moments as ISO 8601. See docs/cli.md. */

import type { JsonObject } from '../engine/expression/type.ts'
import type { InstanceRow, TaskRow } from '../engine/host/host.ts'
import type { JournalEntry } from '../engine/journal/journal-entry.ts'
import type { Timer } from '../engine/step/record.ts'
import type { Page } from './page.ts'

/** A moment as JSON has it. */
export function iso(at: number): string {
  return new Date(at).toISOString()
}

export function instanceJson(row: InstanceRow, page: Page): JsonObject {
  return {
    id: row.id,
    process: row.process,
    version: row.version,
    ...(row.key !== undefined && { key: row.key }),
    name: page.said(row.name),
    status: row.status,
    startedAt: iso(row.startedAt),
    at: iso(row.at),
    ...(row.parent !== undefined && { parent: row.parent }),
    openTasks: row.openTasks,
    lateTasks: row.lateTasks,
    incidents: row.incidents,
  }
}

export function taskJson(task: TaskRow, page: Page): JsonObject {
  return {
    id: task.id,
    instance: task.instance,
    state: task.state,
    work: task.work,
    title: page.said(task.title),
    ...(task.guide && { guide: page.said(task.guide) }),
    ...(task.role !== undefined && { role: task.role }),
    ...(task.person !== undefined && { person: task.person }),
    ...(task.assignee !== undefined && { assignee: task.assignee }),
    status: task.status,
    form: task.form.map(({ name, optional, title }) => ({
      name,
      required: !optional,
      ...(title && { title: page.text(title) }),
    })),
    filled: task.filled,
    evidence: task.evidence.map(({ kind, title, required, attached }) => ({
      kind,
      title: page.text(title),
      required,
      attached,
    })),
    openedAt: iso(task.openedAt),
    ...(task.dueAt !== undefined && { dueAt: iso(task.dueAt) }),
    estimated: task.estimated,
    late: task.late,
    escalatedTo: task.escalatedTo,
    ...(task.closedAt !== undefined && { closedAt: iso(task.closedAt) }),
    ...(task.closedBy !== undefined && { closedBy: task.closedBy }),
  }
}

export function timerJson({ id, kind, state, dueAt, estimated }: Timer): JsonObject {
  return { id, kind, state, dueAt: iso(dueAt), estimated: estimated === true }
}

export function entryJson(entry: JournalEntry): JsonObject {
  return {
    step: entry.step,
    at: iso(entry.at),
    actor: { id: entry.actor.id, roles: entry.actor.roles, via: entry.actor.via, proved: entry.actor.proved },
    kind: entry.kind,
    subject: entry.subject,
    left: entry.left,
    entered: entry.entered,
    effects: entry.effects,
    status: entry.status,
    ...(entry.lateBy !== undefined && { lateBy: entry.lateBy }),
    erased: entry.payload === undefined,
    ...(entry.payload && { event: entry.payload.event }),
    hash: entry.hash,
  }
}
