/**
 * A store as a company leaves it: instances that run, are suspended, have ended and wait for a retry; tasks, claims,
 * evidence and remarks; work still to be performed; and words that were erased.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '../../engine/expression/type.ts'
import { SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import type { Project } from '../../engine/project/project.ts'
import { copyStore } from '../../engine/store/copy-store.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import { crew, failing, performed } from '../conformance/crew-plugin.ts'
import { projectOfFolder } from '../conformance/project-of-folder.ts'
import { simulatedWorld } from '../conformance/simulated-world.ts'
import { as, day, monday, ok } from '../conformance/stage.ts'
import { shipped } from '../waiting/walker.ts'

/** The processes that the hosts are tried with, and their plugin. */
export const workshop = projectOfFolder(join(import.meta.dirname, '../conformance/processes'), [crew])

const manager = as('chen.jing')
const seller = as('wei.qiang')

/** Makes the store and leaves it in a file that is not there yet. */
export async function recordStore(file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'picket-record-'))
  const work = join(folder, 'store.sqlite')
  try {
    const { clock, world } = simulatedWorld(monday)
    const open = async (project: Project) => new SqliteHost(await openDatabase(work), project, world)
    const office = await open(shipped)
    await fillOffice(office, () => clock.advance(3 * day))
    await office.close()
    performed.clear()
    const place = await open(workshop)
    await fillWorkshop(place, () => clock.advance(day))
    await place.close()
    await settleTimes(work)
    copyStore(work, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The shipped processes at Hope Optical. */
async function fillOffice(host: SqliteHost, pass: () => Promise<void>): Promise<void> {
  if (!shipped.organisation) throw new Error('nobody works there')
  ok(await host.loadPeople(shipped.organisation, { remove: false, at: monday }, as('xu.yiqing')))
  for (const id of ['sale-won', 'sale-open', 'sale-suspended', 'sale-cancelled'])
    ok(await host.start({ process: 'sales-opportunity', id, input: { customer: id, owner: 'wei.qiang' } }, seller))
  ok(await host.start({ process: 'pilot-change', id: 'pilot', input: {} }, manager))
  ok(
    await host.start(
      { process: 'twelve-step-transformation', id: 'programme', input: { company: 'Hope Optical' } },
      manager,
    ),
  )
  await pass()
  await host.runDue()
  for (const id of ['sale-won', 'sale-open', 'sale-suspended'])
    ok(await host.send({ instance: id, event: 'INTENT_CONFIRMED', data: {}, comment: 'By telephone' }, seller))
  await sell(host)
  await lookAfter(host)
  await pass()
  await host.runDue()
  ok(await host.erase({ person: 'gao.yuan', dryRun: false, at: monday + 6 * day }, manager))
}

/** One sale to its end, with every entry made. */
async function sell(host: SqliteHost): Promise<void> {
  for (const event of ['SOLUTION_ACCEPTED', 'TERMS_AGREED', 'SIGNED'])
    ok(await host.send({ instance: 'sale-won', event, data: {} }, seller))
  for (const { id } of await host.tasks({ instance: 'sale-won' }))
    ok(await host.complete({ task: id, form: {}, comment: 'Nothing to add' }, seller))
}

/** Claims, remarks, evidence, and operations on instances. */
async function lookAfter(host: SqliteHost): Promise<void> {
  const [entry] = await host.tasks({ instance: 'sale-open' })
  ok(await host.claimTask(entry?.id ?? '', seller))
  ok(await host.comment({ instance: 'sale-open', task: entry?.id ?? '', text: 'The director is abroad' }, seller))
  ok(await host.control({ operation: 'suspend', instance: 'sale-suspended', comment: 'Budget is frozen' }, seller))
  ok(await host.control({ operation: 'cancel', instance: 'sale-cancelled' }, as('shen.hua')))
  const [proposal] = await host.tasks({ instance: 'pilot' })
  ok(await host.claimTask(proposal?.id ?? '', as('gao.yuan')))
  ok(
    await host.comment(
      { instance: 'pilot', task: proposal?.id ?? '', text: 'Gao Yuan finds it small' },
      as('gao.yuan'),
    ),
  )
  ok(await host.complete({ task: proposal?.id ?? '', form: { brief }, comment: 'As we said' }, as('gao.yuan')))
  ok(await host.comment({ instance: 'programme', text: 'We begin' }, manager))
}

const brief = {
  area: 'quotation',
  solution: 'Quotations within one working day',
  hypothesis: 'Customers who get a quotation within a day are more satisfied',
  customers: 15,
  manager: 'sun.li',
  indicator: 'Customer satisfaction',
  baseline: 72,
  target: 5,
  control: true,
  stopRule: 'Stop when three customers complain',
}

/** What no shipped process does: work of plugins that fails, waits for a retry, is still to be performed, has evidence. */
async function fillWorkshop(host: SqliteHost, pass: () => Promise<void>): Promise<void> {
  const [lead, clerk] = [as('lou'), as('ann')]
  const { organisation } = workshop
  if (organisation) ok(await host.loadPeople(organisation, { remove: false, at: monday + 6 * day }, lead))
  const start = async (process: string, id: string, input: JsonObject) =>
    ok(await host.start({ process, id, input }, lead))
  await start('actions', 'work-failed', { value: failing, mode: 'open' })
  await start('actions', 'work-retried', { value: 2, mode: 'bare' })
  for (let tries = 0; tries < 4; tries += 1) {
    await host.runDue()
    await pass()
  }
  ok(await host.send({ instance: 'work-retried', event: 'FIX' }, clerk))
  ok(await host.control({ operation: 'retry', instance: 'work-retried' }, lead))
  await start('tasks', 'report', {})
  const [report] = await host.tasks({ instance: 'report' })
  const bytes = new TextEncoder().encode('A draft of three pages')
  ok(await host.attach(report?.id ?? '', { kind: 'draft', name: 'draft.txt', bytes }, clerk))
  ok(await host.attach(report?.id ?? '', { kind: 'sketch', url: 'https://example.org/sketch' }, clerk))
  await start('actions', 'work-pending', { value: 21 })
  await start('starts', 'starter', { customer: 'acme' })
  ok(await host.send({ instance: 'starter', event: 'GO' }, clerk))
}

/** When a table was made is no part of what is recorded. */
async function settleTimes(file: string): Promise<void> {
  const db = await openDatabase(file)
  db.prepare('update picket_migration set timestamp = ?').run(new Date(monday).toISOString())
  db.close()
}
