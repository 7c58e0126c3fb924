/** The commands a user would type next, ready to copy. */
import type { Transition } from '../engine/definition/definition.ts'
import type { InstanceView, TaskRow } from '../engine/host/host.ts'
import { type Directory, holdersOf } from '../engine/people/directory.ts'
import { activeLeaves, type Standing } from './state-titles.ts'
import { inOrder } from './status-lines.ts'
import { type StatusNode, shownAbove } from './status-tree.ts'

/** At most three: what failed, what is due first, what an event could move on; then a look back. */
export function nextCommands(
  view: InstanceView,
  standing: Standing,
  nodes: readonly StatusNode[],
  directory: Directory,
): readonly string[] {
  const { record, tasks } = view
  const name = shortName(record.process, record.id)
  const isOver = record.status === 'completed' || record.status === 'cancelled'
  const look = [
    `picket show ${name} --history`,
    `picket journal verify ${name}`,
    `picket draw ${name} --output ${name}.svg`,
  ]
  if (isOver) return look
  if (record.suspendedAt !== undefined)
    return [withPerson(`picket resume ${name}`, record, standing, directory), ...look.slice(0, 2)]
  const retry = record.incidents.length > 0 ? [withPerson(`picket retry ${name}`, record, standing, directory)] : []
  const work = inOrder(firstSeats(tasks)).map((task) =>
    taskCommand(task, referenceTo(task, tasks, nodes, name), directory),
  )
  return [...retry, ...work.slice(0, 2), ...eventCommands(standing, name, directory), ...work.slice(2), ...look].slice(
    0,
    3,
  )
}

/** The part of an id that a user may type: without the process in front, if a name is left. */
export function shortName(process: string, id: string): string {
  const rest = id.startsWith(`${process}-`) ? id.slice(process.length + 1) : id
  return rest === '' ? id : rest
}

function withPerson(
  command: string,
  record: InstanceView['record'],
  { definition }: Standing,
  directory: Directory,
): string {
  const operation = record.suspendedAt === undefined ? 'retry' : 'resume'
  return asHolder(command, definition.control[operation] ?? definition.control.suspend ?? [], directory)
}

function asHolder(command: string, roles: readonly string[], directory: Directory): string {
  const [person = 'PERSON'] = roles.flatMap((role) => holdersOf(directory, role))
  return `${command} --as ${person}`
}

/** One task for each piece of work: the seats of an approval are told apart by who acts. */
function firstSeats(tasks: readonly TaskRow[]): TaskRow[] {
  return tasks.filter(
    (task, at) => tasks.findIndex(({ state, role }) => state === task.state && role === task.role) === at,
  )
}

/** The shortest that `findTask` understands: a key on the path that no other work is under, best that of the state shown. */
export function referenceTo(
  task: TaskRow,
  tasks: readonly TaskRow[],
  nodes: readonly StatusNode[],
  name: string,
): string {
  const keysOf = (path: string) => path.replace(/^~/, '').split('.')
  const isAlone = (key: string) => tasks.every(({ state }) => state === task.state || !keysOf(state).includes(key))
  const shown = keysOf(shownAbove(nodes, task.state)?.path ?? '').at(-1) ?? ''
  const key = [shown, ...keysOf(task.state).reverse()].find((each) => each !== '' && isAlone(each))
  return key === undefined ? task.id : `${name}/${key}`
}

function taskCommand(task: TaskRow, reference: string, directory: Directory): string {
  const person = task.assignee ?? task.person
  const fill = [
    ...(task.form.some((field) => !field.optional && task.filled[field.name] === undefined) ? ['--input FILE'] : []),
    ...task.evidence
      .filter(({ required, attached }) => required && attached === 0)
      .map(({ kind }) => `--evidence ${kind}=FILE`),
  ]
  const words =
    task.work === 'approval' ? ['picket decide', reference, 'approve'] : ['picket complete', reference, ...fill]
  const command = words.join(' ')
  return person === undefined
    ? asHolder(command, task.role === undefined ? [] : [task.role], directory)
    : `${command} --as ${person}`
}

/** For each active state that nothing but an event moves on, the first event it takes from people. */
function eventCommands(standing: Standing, name: string, directory: Directory): string[] {
  const commands = activeLeaves(standing)
    .filter(
      ({ work, transitions }) => work === undefined && transitions.every(({ trigger }) => trigger.kind !== 'always'),
    )
    .flatMap(({ transitions }) =>
      transitions.flatMap((transition) => eventCommand(transition, standing, name, directory) ?? []).slice(0, 1),
    )
  return [...new Set(commands)]
}

function eventCommand(
  { trigger, guard, by }: Transition,
  { definition }: Standing,
  name: string,
  directory: Directory,
) {
  const event = trigger.kind === 'event' ? definition.events[trigger.event] : undefined
  const roles = by ?? event?.by ?? []
  if (event === undefined || roles.length === 0) return undefined
  const fields = event.with.filter(({ optional, default: value }) => !optional && value === undefined)
  const sets = fields.map((field) => ` --set ${field.name}=${valueFor(field.name, guard?.text)}`)
  return asHolder(`picket send ${name} ${event.name}${sets.join('')}`, roles, directory)
}

/** The word that a guard compares the field with, else a place to fill in. */
function valueFor(field: string, guard: string | undefined): string {
  return new RegExp(`event\\.${field} == ['"]([\\w-]+)['"]`).exec(guard ?? '')?.[1] ?? field.toUpperCase()
}
