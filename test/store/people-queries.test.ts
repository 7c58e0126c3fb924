import { afterAll, beforeAll, expect, it } from 'vitest'
import { readDirectory } from '../../engine/people/directory.ts'
import { loadOrganisation } from '../../engine/people/load-organisation.ts'
import { directoryOf } from '../../engine/people/organisation.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'
import { applyTaskEffects } from '../../engine/store/apply-task-effects.ts'
import { attachEvidence } from '../../engine/store/attach-evidence.ts'
import { assignTask, claimTask } from '../../engine/store/claim-task.ts'
import { evidenceOf } from '../../engine/store/evidence-of.ts'
import { listInstances } from '../../engine/store/list-instances.ts'
import { listNotifications } from '../../engine/store/list-notifications.ts'
import { excludedFrom, listTasks, taskById } from '../../engine/store/list-tasks.ts'
import { type Database, openDatabase } from '../../engine/store/open-database.ts'
import { readJournal } from '../../engine/store/read-journal.ts'
import { verifyAudit } from '../../engine/store/verify-audit.ts'
import { insertStep, KnownRows, updateStep } from '../../engine/store/write-step.ts'
import { copyStore } from './copy-store.ts'
import { describeOnBoth, type TestStore } from './dialects.ts'
import { entry, openTask, record, said, savePins, stepOf } from './samples.ts'

const claim = { person: 'li.wei', via: 'cli', proved: false } as const

const organisation = {
  organisation: 'hope-optical',
  people: {
    'li.wei': { name: { en: 'Li Wei', zh: '李伟' }, roles: ['salesperson'], reportsTo: 'chen.jing' },
    'wang.fang': { name: { en: 'Wang Fang' }, roles: ['salesperson', 'trainer'], reportsTo: 'chen.jing' },
    'chen.jing': { name: { en: 'Chen Jing' }, roles: ['sales-manager'] },
  },
  roles: {
    salesperson: { title: { en: 'Salesperson' } },
    trainer: { title: { en: 'Trainer' } },
    'sales-manager': { title: { en: 'Sales manager' } },
  },
  ladders: { salesperson: ['sales-manager'] },
}

/** Two sales with tasks in every relation to people, written as the host writes them. */
function writeSample(db: Database): void {
  savePins(db)
  const rows = new KnownRows(db)
  const write = (instance: InstanceRecord, name: string) => insertStep(db, rows, stepOf(instance, { name: said(name) }))
  const first = write(record('sale-one', { key: 'one' }), 'Sale one')
  const one = first.row
  const { key: _, ...parent } = { key: '', parent: { instance: 'sale-one', wait: 'sale-one/1/0', item: 0 } }
  const incident = { id: 'sale-two/1/0', state: 'visit', at: 2000, code: 'failed', message: 'no' }
  const two = record('sale-two', {
    ...parent,
    process: 'pilot',
    suspendedAt: 2000,
    startedAt: 2000,
    incidents: [incident],
  })
  write(two, 'Pilot two')
  write(record('sale-old', { status: 'completed', startedAt: 500 }), 'Old')
  const { payload: _payload, salt: _salt, ...erased } = entry('sale-one', 2, { previous: '1'.repeat(64) })
  const next = record('sale-one', { key: 'one', step: 2 })
  updateStep(db, rows, first, stepOf(next, { name: said('Sale one'), entry: erased }))
  const tasks = [
    openTask('t-free', { dueAt: 9000 }),
    openTask('t-late', { dueAt: 4000, guide: said('Hurry') }),
    openTask('t-mine', { role: 'trainer' }),
    openTask('t-person', { person: 'li.wei', dueAt: 8000, estimated: true }),
    openTask('t-vote', { work: 'approval', role: 'salesperson', excluded: ['li.wei'] }),
    openTask('t-taken'),
    openTask('t-escalated', { role: 'trainer', dueAt: 9500 }),
    openTask('t-closed'),
  ].map(({ role, ...task }) => (task.person === undefined ? { ...task, ...(role !== undefined && { role }) } : task))
  applyTaskEffects(db, one, tasks, 1000)
  applyTaskEffects(
    db,
    one,
    [
      { id: 'e1', kind: 'close-task', task: 't-closed', outcome: 'done', by: 'li.wei' },
      { id: 'e2', kind: 'escalate-task', task: 't-escalated', level: 1, to: ['sales-manager'] },
      { id: 'e3', kind: 'notify', role: 'sales-manager', text: said('Look here') },
      { id: 'e4', kind: 'notify', role: 'trainer' },
    ],
    3000,
  )
  assignTask(db, 't-mine', 'li.wei', claim, 3100)
  claimTask(db, 't-taken', { ...claim, person: 'wang.fang' }, 3200)
  attachEvidence(db, 't-free', { kind: 'contract', name: '合同.pdf', bytes: new Uint8Array([1, 2, 3]) }, claim, 3300)
  attachEvidence(db, 't-free', { kind: 'contract', url: 'https://example.com/a' }, claim, 3400)
}

describeOnBoth("people's queries", (open) => {
  let store: TestStore
  let source: Database
  const now = 5000
  const tasksOf = async (query: Parameters<typeof listTasks>[1]) =>
    (await listTasks(store.kysely, query, now)).map((task) => task.id)

  beforeAll(async () => {
    store = await open()
    source = await openDatabase(':memory:')
    source.transaction(() => {
      loadOrganisation(source, organisation, { remove: false, at: 100 }, claim)
      writeSample(source)
    })
    await copyStore(source.kysely, store.kysely)
  })
  afterAll(async () => {
    source?.close()
    await store?.close()
  })

  it('list instances with what is open and late', async () => {
    const [old, one, two] = await listInstances(store.kysely, {}, now)
    expect(old).toMatchObject({ id: 'sale-old', status: 'completed', openTasks: 0 })
    expect(one).toEqual({
      id: 'sale-one',
      process: 'sale',
      version: '1.0.0',
      key: 'one',
      name: said('Sale one'),
      status: 'running',
      startedAt: 1000,
      at: 1000,
      openTasks: 7,
      lateTasks: 1,
      incidents: 0,
    })
    expect(two).toMatchObject({ id: 'sale-two', status: 'suspended', parent: 'sale-one', incidents: 1 })
  })

  it.each([
    [{ process: 'pilot' }, ['sale-two']],
    [{ key: 'one' }, ['sale-one']],
    [{ status: 'suspended' }, ['sale-two']],
    [{ status: 'running' }, ['sale-one']],
    [{ status: 'completed' }, ['sale-old']],
    [{ parent: 'sale-one' }, ['sale-two']],
    [{ id: 'nobody' }, []],
  ] as const)('list the instances of %o', async (query, expected) => {
    expect((await listInstances(store.kysely, query, now)).map(({ id }) => id)).toEqual(expected)
  })

  it.each([
    // Late first, then by due time, those without last.
    ['li.wei', ['t-late', 't-person', 't-free', 't-mine']],
    // Not excluded from the vote; has one; the role of the escalated task is hers, and nobody has taken it.
    ['wang.fang', ['t-late', 't-free', 't-escalated', 't-vote', 't-taken']],
    // Only what was escalated to her.
    ['chen.jing', ['t-escalated']],
    ['nobody', []],
  ])('list the tasks of %s', async (person, expected) => {
    expect(await tasksOf({ person })).toEqual(expected)
  })

  it('list escalated tasks first when asked by nobody', async () => {
    expect((await tasksOf({}))[0]).toBe('t-escalated')
    expect(await tasksOf({ status: 'closed' })).toEqual(['t-closed'])
    expect(await tasksOf({ status: 'all' })).toHaveLength(8)
    expect(await tasksOf({ role: 'trainer' })).toEqual(['t-escalated', 't-mine'])
    expect(await tasksOf({ instance: 'sale-two' })).toEqual([])
  })

  it('show a task whole', async () => {
    expect(await taskById(store.kysely, 't-free', now)).toEqual({
      id: 't-free',
      instance: 'sale-one',
      instanceName: said('Sale one'),
      state: 'visit',
      work: 'task',
      title: said('Do t-free'),
      role: 'salesperson',
      status: 'open',
      form: [{ name: 'score', type: { kind: 'integer' }, optional: false }],
      filled: {},
      evidence: [{ kind: 'contract', title: { en: 'Contract', zh: '合同' }, required: true, attached: 2 }],
      openedAt: 1000,
      dueAt: 9000,
      estimated: false,
      late: false,
      escalatedTo: [],
    })
    expect(await taskById(store.kysely, 't-person', now)).toMatchObject({ person: 'li.wei', estimated: true })
    expect(await taskById(store.kysely, 't-late', now)).toMatchObject({ late: true, guide: said('Hurry') })
    expect(await taskById(store.kysely, 't-mine', now)).toMatchObject({ assignee: 'li.wei' })
    expect(await taskById(store.kysely, 't-closed', now)).toMatchObject({
      status: 'done',
      closedAt: 3000,
      closedBy: 'li.wei',
      late: false,
    })
    expect(await taskById(store.kysely, 't-none', now)).toBeUndefined()
    expect(await excludedFrom(store.kysely, 't-vote')).toEqual(['li.wei'])
  })

  it('count a due time as late only once it has passed', async () => {
    expect((await taskById(store.kysely, 't-late', 4000))?.late).toBe(false)
    expect((await taskById(store.kysely, 't-late', 4001))?.late).toBe(true)
  })

  it('read a journal as it was written, erased payloads left out', async () => {
    const { payload: _payload, salt: _salt, ...erased } = entry('sale-one', 2, { previous: '1'.repeat(64) })
    expect(await readJournal(store.kysely, 'sale-one')).toEqual([entry('sale-one', 1), erased])
    expect(await readJournal(store.kysely, 'nobody')).toEqual([])
  })

  it('list evidence and messages', async () => {
    const evidence = await evidenceOf(store.kysely, 't-free')
    expect(evidence).toMatchObject([
      { task: 't-free', kind: 'contract', name: '合同.pdf', size: 3, by: 'li.wei', at: 3300 },
      { url: 'https://example.com/a', at: 3400 },
    ])
    expect(evidence[0]?.sha256).toBe('039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81')
    expect((await listNotifications(store.kysely, {})).map(({ role }) => role)).toEqual(['trainer', 'sales-manager'])
    expect(await listNotifications(store.kysely, { person: 'chen.jing' })).toEqual([
      {
        id: 'e3',
        instance: 'sale-one',
        instanceName: said('Sale one'),
        role: 'sales-manager',
        text: said('Look here'),
        at: 3000,
      },
    ])
    expect(await listNotifications(store.kysely, { instance: 'sale-two' })).toEqual([])
  })

  it('read the directory as it was loaded', async () => {
    expect(await readDirectory(store.kysely)).toEqual(directoryOf(organisation))
  })

  it('prove the audit, and find an altered entry', async () => {
    expect(await verifyAudit(store.kysely)).toMatchObject({ entries: 11 })
    await store.kysely.updateTable('audit').set({ actor: 'wang.fang' }).where('operation', '=', 'assign-task').execute()
    expect((await verifyAudit(store.kysely)).brokenAt).toBe(8)
    await store.kysely.updateTable('audit').set({ actor: 'li.wei' }).where('operation', '=', 'assign-task').execute()
    expect((await verifyAudit(store.kysely)).brokenAt).toBeUndefined()
  })
})
