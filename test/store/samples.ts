/** Records, entries and effects as a step would make them, small. */
import type { JournalEntry } from '../../engine/journal/journal-entry.ts'
import type { OpenTask, Said } from '../../engine/step/effect.ts'
import type { InstanceRecord, Timer } from '../../engine/step/record.ts'

export function said(en: string): Said {
  return { text: { en }, arguments: {} }
}

export function record(id: string, over: Partial<InstanceRecord> = {}): InstanceRecord {
  return {
    format: 1,
    id,
    process: 'sale',
    version: '1.0.0',
    definition: 'd'.repeat(64),
    calendar: 'c'.repeat(64),
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

export function timer(dueAt: number, id = `after@intent:${dueAt}`): Timer {
  return { id, kind: 'after', state: 'intent', key: '1 week', dueAt }
}

export function entry(instance: string, step: number, over: Partial<JournalEntry> = {}): JournalEntry {
  return {
    format: 1,
    instance,
    step,
    at: 1000 + step,
    actor: { id: 'li.wei', roles: ['salesperson'], via: 'cli', proved: false },
    kind: 'sent',
    subject: 'INTENT_CONFIRMED',
    definition: 'd'.repeat(64),
    calendar: 'c'.repeat(64),
    left: ['intent'],
    entered: ['visit'],
    taken: [0],
    effects: ['open-task'],
    status: 'running',
    payload: { event: { goals: ['更多客户'] }, notes: [], metrics: {} },
    salt: '0123',
    payloadHash: 'p'.repeat(64),
    previous: '0'.repeat(64),
    hash: `${step}`.repeat(64),
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
