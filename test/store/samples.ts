/** Records, entries and effects as a step would make them, small. */

import type { StepToWrite } from '../../engine/host/ledger.ts'
import type { JournalEntry } from '../../engine/journal/journal-entry.ts'
import type { OpenTask, Said } from '../../engine/step/effect.ts'
import { type InstanceRecord, type Timer, timerId } from '../../engine/step/record.ts'
import type { Connection } from '../../engine/store/connection.ts'
import { saveCalendar } from '../../engine/store/save-calendar.ts'
import { saveDefinition } from '../../engine/store/save-definition.ts'

/** What a text of one argument says; names of instances are `{name}`, filled. */
export function said(name: string): Said {
  return { text: { en: '{name}' }, arguments: { name: { as: 'text', value: name } } }
}

/** Saves what the samples are pinned to. */
export function savePins(db: Connection): void {
  const process = { process: 'sale', version: '1.0.0', name: { en: '{name}' } }
  saveDefinition(db, { hash: definition, ...process, source: '', expanded: {}, params: {}, interfaces: null }, 0)
  saveCalendar(db, calendar, { id: 'office', zone: { id: 'UTC', offsets: [] }, week: [], makeup: [], exceptions: {} })
}

/** A step as a host writes it. */
export function stepOf(instance: InstanceRecord, over: Partial<StepToWrite> = {}): StepToWrite {
  const { id, step } = instance
  return { record: instance, name: said(id), entry: entry(id, step), effects: [], dueAt: instance.at, ...over }
}

const definition = 'd'.repeat(64)
const calendar = 'c'.repeat(64)

export function record(id: string, over: Partial<InstanceRecord> = {}): InstanceRecord {
  return {
    format: 1,
    id,
    process: 'sale',
    version: '1.0.0',
    definition: definition,
    calendar: calendar,
    status: 'running',
    step: 1,
    startedAt: 1000,
    at: 1000,
    value: 'intent',
    history: {},
    data: { customer: '希望光学' },
    timers: [],
    waits: [],
    aside: [],
    doers: {},
    incidents: [],
    ...over,
  }
}

export function timer(dueAt: number, key = `${dueAt}`): Timer {
  return { id: timerId('after', 'intent', key), kind: 'after', state: 'intent', key, dueAt }
}

const actor = { id: 'li.wei', roles: ['salesperson'], via: 'cli', proved: false } as const

export function entry(instance: string, step: number, over: Partial<JournalEntry> = {}): JournalEntry {
  return {
    format: 1,
    instance,
    step,
    at: 1000 + step,
    actor,
    kind: 'sent',
    subject: 'INTENT_CONFIRMED',
    definition: definition,
    calendar: calendar,
    left: ['intent'],
    entered: ['visit'],
    taken: [0],
    effects: ['open-task'],
    status: 'running',
    payload: {
      event: { kind: 'sent', event: 'INTENT_CONFIRMED', at: 1000 + step, actor: { ...actor }, goals: ['更多客户'] },
      notes: [],
      metrics: {},
    },
    salt: '0123',
    payloadHash: 'b'.repeat(64),
    previous: `${(step - 1) % 10}`.repeat(64),
    hash: `${step % 10}`.repeat(64),
    ...over,
  }
}

export function openTask(task: string, over: Partial<OpenTask> = {}): OpenTask & { readonly id: string } {
  return {
    id: task,
    kind: 'open-task',
    task,
    state: 'visit',
    work: 'task',
    title: said(`Do ${task}`),
    role: 'salesperson',
    form: [{ name: 'score', type: { kind: 'integer' }, optional: false }],
    filled: {},
    evidence: [{ kind: 'contract', title: { en: 'Contract', zh: '合同' }, required: true }],
    excluded: [],
    openedAt: 1000,
    ...over,
  }
}
