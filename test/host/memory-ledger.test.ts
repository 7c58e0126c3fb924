/** The memory ledger answers as the store does, whatever is done to both. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ledger, StepToWrite, StoredInstance } from '../../engine/host/ledger.ts'
import { MemoryLedger } from '../../engine/host/memory-ledger.ts'
import { sqliteLedger } from '../../engine/host/sqlite/sqlite-ledger.ts'
import { loadOrganisation } from '../../engine/people/load-organisation.ts'
import { directoryOf } from '../../engine/people/organisation.ts'
import type { Effect } from '../../engine/step/effect.ts'
import { type Database, openDatabase } from '../../engine/store/open-database.ts'
import { entry, openTask, record, said, savePins, timer } from '../store/samples.ts'

const organisation = {
  organisation: 'test',
  roles: { salesperson: { title: { en: 'Salesperson' } }, sponsor: { title: { en: 'Sponsor' } } },
  people: {
    li: { name: { en: 'Li' }, roles: ['salesperson'] },
    wu: { name: { en: 'Wu' }, roles: ['salesperson', 'sponsor'] },
  },
}
const claim = { person: 'li', via: 'cli', proved: false } as const

const ids = ['one', 'two', 'three'] as const
const tasks = ids.flatMap((id) => [`${id}/1/0`, `${id}/2/0`])
const moment = fc.integer({ min: 1000, max: 1002 })
const task = fc.constantFrom(...tasks)
const person = fc.constantFrom('li', 'wu')

const effectOf: Record<string, (task: string, at: number) => Effect> = {
  open: (id, at) =>
    openTask(id, { dueAt: at, excluded: at % 2 === 0 ? ['wu'] : [], ...(at % 3 === 0 ? { person: 'li' } : {}) }),
  close: (id) => ({ id: `${id}x`, kind: 'close-task', task: id, outcome: 'done', by: 'li' }),
  reopen: (id, dueAt) => ({ id: `${id}x`, kind: 'reopen-task', task: id, ...(dueAt % 2 === 0 ? { dueAt } : {}) }),
  move: (id, dueAt) => ({ id: `${id}x`, kind: 'move-task', task: id, dueAt }),
  escalate: (id) => ({ id: `${id}x`, kind: 'escalate-task', task: id, level: 1, to: ['sponsor'] }),
  remind: (id) => ({ id: `${id}x`, kind: 'remind-task', task: id }),
  notify: (id) => ({ id: `${id}x`, kind: 'notify', role: 'sponsor' }),
  perform: (id, at) => ({ id: `${id}.${at}`, kind: 'perform', action: 'a.b-c', input: {} }),
}

type Operation = (ledger: Ledger) => unknown

function stepOf(
  id: string,
  step: number,
  kinds: readonly string[],
  of: string,
  at: number,
  paused: boolean,
): StepToWrite {
  const over = { step, at, timers: [timer(at + 2)], key: id, ...(paused ? { suspendedAt: at } : {}) }
  // An effect's id is unique for ever.
  const effects = kinds.flatMap((kind) => {
    const effect = effectOf[kind]?.(of, at)
    return effect ? [{ ...effect, id: `${id}/${step}/${kind}` }] : []
  })
  const opens = step === 1 ? [openTask(`${id}/1/0`, { dueAt: at })] : []
  return {
    record: record(id, over),
    name: said(id),
    entry: entry(id, step, { at }),
    effects: [...opens, ...effects],
    dueAt: at,
    fields: {},
  }
}

/** As if the instance had been loaded at another step. */
function at(present: StoredInstance, step: number): StoredInstance {
  return { ...present, record: { ...present.record, step } }
}

const write = fc
  .tuple(
    fc.constantFrom(...ids),
    fc.subarray(Object.keys(effectOf).slice(1)),
    task,
    moment,
    fc.boolean(),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(
    ([id, kinds, of, time, paused, stale]): Operation =>
      (ledger) => {
        const present = ledger.instance(id)
        if (!present) return ledger.insert(stepOf(id, 1, [], of, time, false))
        const next = present.record.step + 1
        // An effect's id is unique for ever; so is a task's.
        const sound = kinds.filter((kind) => kind !== 'perform' || of.startsWith(id))
        const step = stepOf(id, next, sound, of, time * 100 + next, paused)
        const opened =
          next === 2
            ? { ...step, effects: [openTask(`${id}/2/0`, { dueAt: time, excluded: ['wu'] }), ...step.effects] }
            : step
        return ledger.update(stale === 0 ? at(present, next) : present, opened)
      },
  )

const others = fc.oneof(
  fc.tuple(moment, moment, fc.nat(3)).map(
    ([now, until, limit]): Operation =>
      (ledger) =>
        ledger.claimEffects(now * 100, { by: 'me', until: until * 100 }, limit),
  ),
  fc.tuple(moment, moment, fc.nat(3)).map(
    ([now, until, limit]): Operation =>
      (ledger) =>
        ledger.claimInstances(now * 100, { by: 'me', until: until * 100 }, limit).map(({ id }) => id),
  ),
  fc.constantFrom(...ids).map(
    (id): Operation =>
      (ledger) =>
        ledger.releaseInstance(ledger.instance(id)?.row ?? 0, 'me'),
  ),
  fc.nat(20).map(
    (n): Operation =>
      (ledger) => {
        const [first] = ledger.claimEffects(1e9, { by: 'me', until: 1e8 }, 1)
        if (!first) return undefined
        if (n % 3 === 0) return ledger.finishEffect(first.effect.id)
        if (n % 3 === 1) return ledger.retryEffect(first.effect.id, n * 1000, first.attempts + 1, 'no')
        return ledger.failEffect(first.effect.id, { id: first.effect.id, state: 'a', at: n, code: 'c', message: 'm' })
      },
  ),
  fc.tuple(task, person).map(
    ([id, who]): Operation =>
      (ledger) =>
        ledger.claimTask(id, { ...claim, person: who }, 1),
  ),
  task.map(
    (id): Operation =>
      (ledger) =>
        ledger.releaseTask(id, claim, 1),
  ),
  fc.tuple(task, person).map(
    ([id, who]): Operation =>
      (ledger) =>
        ledger.assignTask(id, who, claim, 1),
  ),
)

async function everything(ledger: Ledger, now: number): Promise<unknown> {
  const lists = [
    {},
    { person: 'li' },
    { person: 'wu' },
    { role: 'salesperson', status: 'all' },
    { status: 'closed' },
    { instance: 'two' },
  ] as const
  return {
    instances: await ledger.instances({}, now),
    suspended: await ledger.instances({ status: 'suspended' }, now),
    running: await ledger.instances({ status: 'running', process: 'sale' }, now),
    tasks: await Promise.all(lists.map((query) => ledger.tasks(query, now))),
    decided: tasks.map((id) => ledger.task(id, now)),
    journal: await ledger.journal('one'),
    records: ids.map((id) => [
      ledger.instance(id)?.record,
      ledger.instance(id)?.head,
      ledger.live('sale', id)?.record.id,
    ]),
    due: ledger.nextDue(),
    claimable: ledger.transaction(() => ledger.claimEffects(5e7, { by: 'all', until: 0 }, 10)),
  }
}

describe('a memory ledger beside the store', () => {
  let database: Database
  beforeAll(async () => {
    database = await openDatabase(':memory:')
    savePins(database)
    database.transaction(() => loadOrganisation(database, organisation, { remove: false, at: 1 }, claim))
  })
  afterAll(() => database.close())

  it('answers the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 3, arbitrary: write }, others), { maxLength: 25 }),
        async (operations) => {
          for (const table of ['pending_effect', 'evidence', 'notification', 'task', 'journal', 'instance'])
            database.transaction(() => database.prepare(`delete from ${table}`).run())
          const [memory, store] = [new MemoryLedger(directoryOf(organisation)), sqliteLedger(database)]
          for (const operation of operations) {
            const [told, expected] = [memory, store].map((ledger) => ledger.transaction(() => operation(ledger)))
            expect(told).toEqual(expected)
          }
          for (const now of [1001, 100_102]) expect(await everything(memory, now)).toEqual(await everything(store, now))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('a memory ledger', () => {
  const ledger = new MemoryLedger(directoryOf(organisation))
  const one = () => {
    const present = ledger.instance('one')
    if (!present) throw new Error('not there')
    return present
  }
  ledger.transaction(() => ledger.insert(stepOf('one', 1, ['perform'], 'one/1/0', 1000, false)))

  it('takes back all of a transaction that throws', async () => {
    const before = await everything(ledger, 2000)
    const spoil = () => {
      ledger.insert(stepOf('two', 1, ['perform'], 'two/1/0', 1000, false))
      ledger.claimTask('one/1/0', claim, 1)
      ledger.attach('one/1/0', { kind: 'contract', url: 'https://example.org' }, claim, 1)
      ledger.finishEffect('one/1/perform')
      ledger.update(one(), stepOf('one', 2, ['close'], 'one/1/0', 1001, false))
      throw new Error('spoilt')
    }
    expect(() => ledger.transaction(spoil)).toThrow('spoilt')
    expect(await everything(ledger, 2000)).toEqual(before)
    expect(await ledger.evidenceOf('one/1/0')).toEqual([])
  })

  it('does not write over what is there', () => {
    expect(() => ledger.insert(stepOf('one', 1, [], 'one/1/0', 1000, false))).toThrow('one')
    expect(ledger.update(at(one(), 7), stepOf('one', 8, [], 'one/1/0', 1000, false))).toBe(false)
    expect(ledger.instance('one')?.record.step).toBe(1)
  })

  it('keeps evidence by its hash and counts it at its task', async () => {
    const kept = ledger.attach('one/1/0', { kind: 'contract', name: 'c.pdf', bytes: new Uint8Array([1, 2]) }, claim, 5)
    expect(kept).toMatchObject({
      ok: true,
      value: { size: 2, by: 'li', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect((await ledger.tasks({ id: 'one/1/0' }, 1))[0]?.evidence).toMatchObject([{ kind: 'contract', attached: 1 }])
    const large = ledger.attach(
      'one/1/0',
      { kind: 'contract', name: 'c', bytes: new Uint8Array(20 * 1024 * 1024 + 1) },
      claim,
      5,
    )
    expect(large).toMatchObject({ ok: false, problems: [{ code: 'store/file-too-large' }] })
  })

  it('keeps definitions and calendars by their hash, the first for ever', () => {
    const definition = {
      hash: 'h',
      process: 'p',
      version: '1.0.0',
      name: { en: 'P' },
      source: 's',
      expanded: {},
      params: {},
      interfaces: {},
    }
    ledger.saveDefinition(definition, 1)
    ledger.saveDefinition({ ...definition, source: 'other' }, 2)
    expect(ledger.definition('h')?.source).toBe('s')
    expect(ledger.calendar('c')).toBeUndefined()
  })
})
