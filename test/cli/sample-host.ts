/** A host for tests of the command line: the real step over records in memory, at a clock the test sets. */
import type { Claim, Host, InstanceRow, InstanceView, Moved, TaskRow } from '../../engine/host/host.ts'
import type { JournalEntry } from '../../engine/journal/journal-entry.ts'
import type { Directory } from '../../engine/people/directory.ts'
import { problem } from '../../engine/problem/catalog.ts'
import type { Answer, Problem } from '../../engine/problem/problem.ts'
import { advance, type Step, startInstance } from '../../engine/step/advance.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import type { OpenTask } from '../../engine/step/effect.ts'
import type { Actor, InstanceEvent } from '../../engine/step/instance-event.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'

type Later = Exclude<InstanceEvent, { kind: 'start' }>
type Stored = { record: InstanceRecord; readonly journal: JournalEntry[] }

/** What the tests keep of a store between commands. */
export interface SampleStore {
  readonly instances: Map<string, Stored>
  readonly tasks: Map<string, TaskRow>
  now: number
}

export function sampleStore(now: number): SampleStore {
  return { instances: new Map(), tasks: new Map(), now }
}

/** Opens the store; every command of a test gets a host of its own. */
export function sampleHost(
  store: SampleStore,
  processes: ReadonlyMap<string, RunningProcess>,
  directory: Directory,
): Host {
  const actorOf = ({ person, via, proved }: Claim): Actor => ({
    id: person,
    roles: directory.people.get(person)?.roles ?? [],
    via,
    proved,
  })
  const happened = (claim: Claim, comment?: string) => ({
    at: store.now,
    actor: actorOf(claim),
    ...(comment !== undefined && { comment }),
  })
  const move = (id: string, event: Later): Answer<Moved> => {
    const stored = store.instances.get(id)
    const process = stored && processes.get(stored.record.process)
    if (!stored || !process) return refused(problem('cli/unknown-instance', { instance: id }))
    return keep(store, advance(process, stored.record, event))
  }
  const onTask = (id: string, claim: Claim, change: Partial<TaskRow>): Promise<Answer<TaskRow>> => {
    const task = store.tasks.get(id)
    if (!directory.people.has(claim.person))
      return answer(refused(problem('people/unknown-person', { person: claim.person })))
    if (task?.status !== 'open') return answer(refused(problem('step/task-not-open', { task: id })))
    const changed = { ...task, ...change }
    store.tasks.set(id, changed)
    return answer({ ok: true, value: changed })
  }
  return {
    start: ({ process, id, input }, claim) => {
      const running = processes.get(process)
      if (!running) return answer(refused(problem('cli/unknown-process', { process })))
      const key = typeof input['company'] === 'string' ? input['company'].toLowerCase().replaceAll(' ', '-') : 'one'
      const instance = id ?? `${process}-${key}`
      const live = store.instances.get(instance)
      if (live) return answer({ ok: true, value: { instance, record: live.record, entries: [], found: true } })
      const started = keep(store, startInstance(running, { kind: 'start', instance, input, ...happened(claim) }))
      return answer(started.ok ? { ok: true, value: { ...started.value, found: false } } : started)
    },
    send: ({ instance, event, data = {}, comment }, claim) =>
      answer(move(instance, { kind: 'sent', event, data, ...happened(claim, comment) })),
    complete: ({ task, form = {}, evidence = [], comment }, claim) => {
      const kinds = evidence.map(({ kind }) => kind)
      return answer(move(ownerOf(task), { kind: 'complete', task, form, evidence: kinds, ...happened(claim, comment) }))
    },
    decide: ({ task, approved, comment }, claim) =>
      answer(move(ownerOf(task), { kind: 'vote', task, approved, ...happened(claim, comment) })),
    control: ({ instance, comment, ...operation }, claim) =>
      answer(move(instance, { kind: 'control', ...operation, ...happened(claim, comment) })),
    claimTask: (task, claim) => onTask(task, claim, { assignee: claim.person }),
    releaseTask: (task, claim) => {
      const { assignee: _, ...rest } = store.tasks.get(task) ?? ({} as TaskRow)
      store.tasks.set(task, rest)
      return onTask(task, claim, {})
    },
    assignTask: (task, to, claim) => onTask(task, claim, { assignee: to }),
    attach: () => answer(refused(problem('cli/unknown-task', { task: '' }))),
    runDue: async () => runDue(store, move),
    nextDue: async () => timersOf(store)[0]?.dueAt,
    instance: async (id) => viewOf(store, id, processes),
    instances: async (query = {}) =>
      [...store.instances.values()]
        .map(({ record }) => rowOf(store, record, processes))
        .filter((row) => query.process === undefined || row.process === query.process)
        .filter((row) => query.status === undefined || row.status === query.status),
    tasks: async (query = {}) =>
      tasksOf(store)
        .filter(({ status }) => query.status === 'all' || (status === 'open') === (query.status !== 'closed'))
        .filter(({ instance }) => query.instance === undefined || instance === query.instance)
        .filter(({ role }) => query.role === undefined || role === query.role)
        .filter((task) => query.person === undefined || isFor(task, query.person, directory)),
    journal: async (instance) => store.instances.get(instance)?.journal ?? [],
    verify: async (instance) => {
      const journal = store.instances.get(instance)?.journal ?? []
      return { ok: true, value: { entries: journal.length, erased: [], head: journal.at(-1)?.hash ?? '' } }
    },
    close: async () => undefined,
  }
}

function answer<T>(given: Answer<T>): Promise<Answer<T>> {
  return Promise.resolve(given)
}

function refused(...problems: Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems }
}

function ownerOf(task: string): string {
  return task.slice(0, task.indexOf('/'))
}

function keep(store: SampleStore, made: Answer<Step>): Answer<Moved> {
  if (!made.ok) return made
  const { record, entry, effects } = made.value
  const journal = store.instances.get(record.id)?.journal ?? []
  const sealed: JournalEntry = { ...entry, salt: '', payloadHash: '', previous: '', hash: `hash-${entry.step}` }
  journal.push(sealed)
  store.instances.set(record.id, { record, journal })
  for (const effect of effects) {
    if (effect.kind === 'open-task') store.tasks.set(effect.task, taskOf(effect, record))
    if (effect.kind === 'close-task') {
      const task = store.tasks.get(effect.task)
      if (task) store.tasks.set(effect.task, { ...task, status: effect.outcome, closedAt: record.at })
    }
    if (effect.kind === 'escalate-task') {
      const task = store.tasks.get(effect.task)
      if (task) store.tasks.set(effect.task, { ...task, escalatedTo: effect.to })
    }
  }
  return { ok: true, value: { instance: record.id, record, entries: [sealed] } }
}

function taskOf(effect: OpenTask & { readonly id: string }, record: InstanceRecord): TaskRow {
  const { task, kind: _, excluded: _excluded, estimated, evidence, ...rest } = effect
  return {
    ...rest,
    id: task,
    instance: record.id,
    instanceName: { text: { en: record.id }, arguments: {} },
    status: 'open',
    evidence: evidence.map((each) => ({ ...each, attached: 0 })),
    estimated: estimated === true,
    late: false,
    escalatedTo: [],
  }
}

function tasksOf(store: SampleStore): TaskRow[] {
  return [...store.tasks.values()].map((task) => ({ ...task, late: (task.dueAt ?? store.now) < store.now }))
}

function isFor(task: TaskRow, person: string, directory: Directory): boolean {
  if (task.assignee !== undefined) return task.assignee === person
  return task.person === person || directory.people.get(person)?.roles.includes(task.role ?? '') === true
}

function timersOf(store: SampleStore) {
  return [...store.instances.values()]
    .flatMap(({ record }) => record.timers.map((timer) => ({ ...timer, instance: record.id })))
    .sort((a, b) => a.dueAt - b.dueAt)
}

function runDue(store: SampleStore, move: (id: string, event: Later) => Answer<Moved>) {
  const actor: Actor = { id: 'picket', roles: [], via: 'engine', proved: true }
  const due = timersOf(store).filter(({ dueAt }) => dueAt <= store.now)
  for (const { instance, id } of due) {
    const escalation = id.startsWith('late@') ? { escalation: { to: ['sponsor'], last: true } } : {}
    move(instance, { kind: 'timer', timer: id, at: store.now, actor, ...escalation })
  }
  return { timers: due.length, effects: 0, incidents: 0 }
}

function rowOf(
  store: SampleStore,
  record: InstanceRecord,
  processes: ReadonlyMap<string, RunningProcess>,
): InstanceRow {
  const tasks = tasksOf(store).filter(({ instance, status }) => instance === record.id && status === 'open')
  const definition = processes.get(record.process)?.machine.definition
  return {
    id: record.id,
    process: record.process,
    version: record.version,
    name: { text: definition?.title ?? { en: record.id }, arguments: {} },
    status: record.suspendedAt === undefined ? record.status : 'suspended',
    startedAt: record.startedAt,
    at: record.at,
    openTasks: tasks.length,
    lateTasks: tasks.filter(({ late }) => late).length,
    incidents: record.incidents.length,
  }
}

function viewOf(
  store: SampleStore,
  id: string,
  processes: ReadonlyMap<string, RunningProcess>,
): InstanceView | undefined {
  const stored = store.instances.get(id)
  if (!stored) return undefined
  const tasks = tasksOf(store).filter(({ instance }) => instance === id)
  return { row: rowOf(store, stored.record, processes), record: stored.record, tasks, children: [] }
}
