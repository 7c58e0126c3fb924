/**
 * The task a user means. The rule: a task's id; or the ending of an open task's id after a `/`; or a key on the path of
 * its state (`preparation`), with `INSTANCE/` before it where that is needed. Where several fit, those that the person
 * who acts may take come first.
 */
import type { Host, TaskRow } from '../engine/host/host.ts'
import { problem } from '../engine/problem/catalog.ts'
import { refuse } from './failure.ts'

/** By the rule; where none or several fit, refused with their ids. */
export async function findTask(host: Host, given: string, person?: string): Promise<TaskRow> {
  return (await lookForTask(host, given, person)) ?? refuse(problem('cli/unknown-task', { task: given }))
}

/** By the rule; undefined where none fits. */
export async function lookForTask(host: Host, given: string, person?: string): Promise<TaskRow | undefined> {
  const open = await host.tasks()
  const matches = open.filter((task) => isMeant(task, given))
  if (matches.length <= 1) return matches[0] ?? (await closedTask(host, given))
  const own = person === undefined ? [] : await host.tasks({ person })
  const theirs = matches.filter(({ id }) => own.some((task) => task.id === id))
  if (theirs.length === 1 && theirs[0] !== undefined) return theirs[0]
  const ids = (theirs.length > 0 ? theirs : matches).map(({ id }) => id)
  return refuse(problem('cli/several-tasks', { task: given, matches: ids }))
}

function isMeant({ id, instance, state }: TaskRow, given: string): boolean {
  if (id === given || id.endsWith(`/${given}`)) return true
  const slash = given.lastIndexOf('/')
  const owner = given.slice(0, Math.max(slash, 0))
  const isOwner = slash < 0 || instance === owner || instance.endsWith(`-${owner}`)
  return (
    isOwner &&
    state
      .replace(/^~/, '')
      .split('.')
      .includes(given.slice(slash + 1))
  )
}

/** A task that is closed is found by its whole id, so that the host can say why nothing can be done with it. */
async function closedTask(host: Host, given: string): Promise<TaskRow | undefined> {
  const [instance = ''] = given.split('/')
  const all = given.includes('/') ? await host.tasks({ instance, status: 'all' }) : []
  return all.find(({ id }) => id === given)
}
