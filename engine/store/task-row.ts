import type { Selectable } from 'kysely'
import type { Field, JsonObject } from '../expression/type.ts'
import type { TaskRow } from '../host/host.ts'
import type { OpenTask, Said } from '../step/effect.ts'
import { nameOf } from './instance-name.ts'
import { fromText } from './json-text.ts'
import type { TaskTable } from './schema.ts'

/** A task as it is read, with what its instance is called. */
export type StoredTask = Selectable<TaskTable> & {
  readonly instance_id: string
  readonly instance_name: string
  readonly instance_filled: string | null
}

/** A stored task as people see it. `attached` counts its evidence by kind; an open task is late after its due time. */
export function taskRow(task: StoredTask, attached: ReadonlyMap<string, number>, now: number): TaskRow {
  const evidence = fromText<OpenTask['evidence']>(task.evidence)
  return {
    id: task.id,
    instance: task.instance_id,
    instanceName: nameOf(task.instance_name, task.instance_filled),
    state: task.state,
    work: task.work,
    title: fromText<Said>(task.title),
    ...(task.guide !== null && { guide: fromText<Said>(task.guide) }),
    ...(task.role !== null && { role: task.role }),
    ...(task.person !== null && { person: task.person }),
    ...(task.assignee !== null && { assignee: task.assignee }),
    status: task.status,
    form: fromText<readonly Field[]>(task.form),
    filled: fromText<JsonObject>(task.filled),
    evidence: evidence.map((wanted) => ({ ...wanted, attached: attached.get(wanted.kind) ?? 0 })),
    openedAt: task.opened_at,
    ...(task.due_at !== null && { dueAt: task.due_at }),
    estimated: task.estimated === 1,
    late: task.status === 'open' && task.due_at !== null && task.due_at < now,
    escalatedTo: fromText<readonly string[]>(task.escalated),
    ...(task.closed_at !== null && { closedAt: task.closed_at }),
    ...(task.closed_by !== null && { closedBy: task.closed_by }),
  }
}
