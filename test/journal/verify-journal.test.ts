import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import type { JournalEntry } from '../../engine/journal/journal-entry.ts'
import { hashOf, noHash } from '../../engine/journal/seal-entry.ts'
import { verifyChain, verifyJournal } from '../../engine/journal/verify-journal.ts'
import type { Answer } from '../../engine/problem/problem.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { Project } from '../../engine/project/project.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'

const MONDAY = Date.parse('2026-01-05T01:00:00Z')
const ann = { person: 'ann', via: 'cli', proved: false } as const

const files = {
  'picket.yaml': `project: sample
name: { en: Sample }
locale: en
languages: [en]
zone: Asia/Shanghai
currency: CNY
calendar: office
organisation: sample
`,
  'calendar.yaml': `calendar: office
zone: Asia/Shanghai
week: { mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"], thu: ["09:00-17:00"], fri: ["09:00-17:00"] }
validThrough: 2027-12-31
`,
  'organisation.yaml': `organisation: sample
roles: { clerk: { title: { en: Clerk } } }
people: { ann: { name: { en: Ann }, roles: [clerk] } }
`,
}

const tally = `process: tally
version: 1.0.0
title: { en: Tally }
data: { sum: { type: integer, default: 0 } }
events: { ADD: { with: { number: integer }, by: [clerk] }, CLOSE: { by: [clerk] } }
initial: open
states:
  open:
    waits: { en: numbers }
    on: { ADD: { assign: { sum: data.sum + event.number } }, CLOSE: closed }
  closed: { type: final, output: { sum: data.sum } }
`

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function ok<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(JSON.stringify(answer.problems))
}

let folder: string
let entries: readonly JournalEntry[]
let record: InstanceRecord
let process: RunningProcess

function loadWith(definition: string): Project {
  writeFileSync(join(folder, 'tally.yaml'), definition)
  return ok(loadProject(folder))
}

/** The process of another text, under the hash that the entries name. */
function disguised(definition: string): RunningProcess {
  const loaded = loadWith(definition).processes.get('tally')
  if (!loaded) throw new Error('no process')
  return { ...process, machine: loaded.machine }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'picket-journal-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const project = loadWith(tally)
  let now = MONDAY
  let drawn = 0
  const random = (bytes: number) => {
    drawn += 1
    return new Uint8Array(bytes).fill(drawn)
  }
  const host = await openSqliteHost({ project, file: join(folder, 'a.sqlite'), world: { now: () => now, random } })
  if (project.organisation) ok(await host.loadPeople(project.organisation, { remove: false, at: now }, ann))
  const { instance } = ok(await host.start({ process: 'tally', input: {} }, ann))
  for (const number of [3, 4]) {
    now += 1000
    ok(await host.send({ instance, event: 'ADD', data: { number }, comment: `number ${number}` }, ann))
  }
  record = ok(await host.send({ instance, event: 'CLOSE' }, ann)).record
  entries = await host.journal(instance)
  await host.close()
  const loaded = project.processes.get('tally')
  const calendar = project.calendars.get('office')
  if (!loaded || !calendar) throw new Error('no process')
  process = { machine: loaded.machine, hash: record.definition, params: loaded.params, calendar }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function verify(journal: readonly JournalEntry[], stored = record, by: RunningProcess | undefined = process) {
  return verifyJournal(journal, stored, () => by, sha256)
}

/** The journal with one entry changed, by its number. */
function changed(step: number, change: (entry: JournalEntry) => JournalEntry): JournalEntry[] {
  return entries.map((entry) => (entry.step === step ? change(entry) : entry))
}

/** The journal with an entry changed by somebody who also works out all hashes anew. */
function forged(step: number, change: (entry: JournalEntry) => JournalEntry): JournalEntry[] {
  let previous = noHash
  return changed(step, change).map((entry) => {
    const linked = { ...entry, previous }
    previous = hashOf(linked, sha256)
    return { ...linked, hash: previous }
  })
}

function erase({ payload: _payload, salt: _salt, ...fixed }: JournalEntry): JournalEntry {
  return fixed
}

/** Code and step of the fault. */
function fault(answer: ReturnType<typeof verify>) {
  if (answer.ok) return 'proved'
  const [first] = answer.problems
  return { code: first?.code, step: first?.blanks.step }
}

describe('a whole journal', () => {
  test('proves every entry, up to the head', () => {
    const proof = ok(verify(entries))
    expect(proof).toEqual({ entries: 4, erased: [], head: entries[3]?.hash })
    expect(proof.head).toMatch(/^[0-9a-f]{64}$/)
  })

  test('begins at nothing and names the entry before', () => {
    expect(entries.map(({ previous }) => previous)).toEqual([noHash, ...entries.slice(0, 3).map(({ hash }) => hash)])
  })

  test('proves as well after it was written as JSON and read again', () => {
    const read = JSON.parse(JSON.stringify(entries)) as JournalEntry[]
    expect(verify(read)).toEqual(verify(entries))
  })
})

describe('a journal that was changed', () => {
  const changes: readonly (readonly [string, (entry: JournalEntry) => JournalEntry])[] = [
    ['time', (entry) => ({ ...entry, at: entry.at + 1 })],
    ['actor', (entry) => ({ ...entry, actor: { ...entry.actor, id: 'bob' } })],
    ['status', (entry) => ({ ...entry, status: 'cancelled' })],
    ['moves', (entry) => ({ ...entry, taken: [...entry.taken, 9] })],
    ['hash of the payload', (entry) => ({ ...entry, payloadHash: noHash })],
    ['link', (entry) => ({ ...entry, previous: 'f'.repeat(64) })],
    ['hash', (entry) => ({ ...entry, hash: 'f'.repeat(64) })],
  ]
  const cases = changes.flatMap(([part, change]) => [1, 2, 3, 4].map((step) => [part, step, change] as const))

  test.each(cases)('in the %s of entry %i breaks the chain there', (_part, step, change) => {
    expect(fault(verify(changed(step, change)))).toEqual({ code: 'journal/broken-chain', step })
  })

  test.each([1, 2, 3, 4])('in the payload of entry %i is found there', (step) => {
    const change = (entry: JournalEntry): JournalEntry =>
      entry.payload ? { ...entry, payload: { ...entry.payload, event: { kind: 'sent', comment: 'other' } } } : entry
    expect(fault(verify(changed(step, change)))).toEqual({ code: 'journal/changed-payload', step })
  })

  test('in a salt is found as a changed payload', () => {
    expect(fault(verify(changed(2, (entry) => ({ ...entry, salt: 'other' }))))).toEqual({
      code: 'journal/changed-payload',
      step: 2,
    })
  })

  test('with hashes worked out anew after it is found at the entry that moves otherwise', () => {
    const later = forged(2, (entry) => ({ ...entry, at: entry.at + 1 }))
    expect(verifyChain(later, sha256)).toBeUndefined()
    expect(fault(verify(later))).toEqual({ code: 'journal/diverges', step: 2 })
  })

  test.each([1, 2, 3])('by taking out entry %i has a gap', (step) => {
    const answer = verify(entries.filter((entry) => entry.step !== step))
    expect(!answer.ok && answer.problems[0]).toMatchObject({
      code: 'journal/gap',
      blanks: { instance: record.id, expected: step, step: step + 1 },
    })
  })

  test('by taking out the last entry, or all, does not lead to the stored record', () => {
    expect(fault(verify(entries.slice(0, 3)))).toMatchObject({ code: 'journal/record-differs' })
    expect(fault(verify([]))).toMatchObject({ code: 'journal/record-differs' })
  })

  test('by writing an entry twice has a gap', () => {
    expect(fault(verify([...entries.slice(0, 2), ...entries.slice(1)]))).toEqual({ code: 'journal/gap', step: 2 })
  })
})

describe('an erased payload', () => {
  test.each([[[1]], [[2]], [[4]], [[2, 3]], [[1, 2, 3, 4]]])('of entries %j still proves the chain', (steps) => {
    const journal = entries.map((entry) => (steps.includes(entry.step) ? erase(entry) : entry))
    expect(ok(verify(journal))).toEqual({ entries: 4, erased: steps, head: entries[3]?.hash })
  })

  test('hides no change of the entry itself, nor of those after it', () => {
    const journal = changed(2, (entry) => ({ ...erase(entry), status: 'cancelled' }))
    expect(fault(verify(journal))).toEqual({ code: 'journal/broken-chain', step: 2 })
    const after = changed(3, (entry) => ({ ...entry, at: entry.at + 1 })).map((entry) =>
      entry.step === 2 ? erase(entry) : entry,
    )
    expect(fault(verify(after))).toEqual({ code: 'journal/broken-chain', step: 3 })
  })

  test('hides no journal that was cut off before the last step of the record', () => {
    const cut = entries.slice(0, 3).map((entry) => (entry.step === 2 ? erase(entry) : entry))
    expect(fault(verify(cut))).toMatchObject({ code: 'journal/record-differs' })
  })
})

describe('a replay', () => {
  test.each([
    ['data', (stored: InstanceRecord): InstanceRecord => ({ ...stored, data: { sum: 700 } })],
    ['state', (stored: InstanceRecord): InstanceRecord => ({ ...stored, value: 'open' })],
    ['status', (stored: InstanceRecord): InstanceRecord => ({ ...stored, status: 'running' })],
  ])('finds a record whose %s was changed outside', (_part, change) => {
    expect(fault(verify(entries, change(record)))).toMatchObject({ code: 'journal/record-differs' })
  })

  test('finds a definition that moves otherwise', () => {
    const other = disguised(tally.replaceAll('closed', 'shut'))
    const answer = verify(entries, record, other)
    expect(!answer.ok && answer.problems[0]).toMatchObject({
      code: 'journal/diverges',
      blanks: { step: 4, part: 'entered' },
    })
  })

  test('finds a definition that reckons otherwise by the record it leads to', () => {
    const other = disguised(tally.replace('data.sum + event.number', 'data.sum - event.number'))
    expect(fault(verify(entries, record, other))).toMatchObject({ code: 'journal/record-differs' })
  })

  test('finds a definition that would refuse an event, and says why', () => {
    const other = disguised(tally.replaceAll('ADD', 'COUNT'))
    const answer = verify(entries, record, other)
    expect(!answer.ok && answer.problems[0]).toMatchObject({
      code: 'journal/refused-now',
      blanks: { step: 2 },
      reasons: [{ code: 'step/unknown-event' }],
    })
  })

  test('says which definition is missing', () => {
    const answer = verifyJournal(entries, record, () => undefined, sha256)
    expect(!answer.ok && answer.problems[0]).toMatchObject({
      code: 'journal/no-definition',
      blanks: { step: 1, hash: record.definition },
    })
  })
})
