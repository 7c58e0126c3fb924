/** Makes steps and writes them. Everything here is synchronous and runs inside a transaction of the writer queue. */

import { checkFields } from '../expression/check-value.ts'
import type { Field, Json, JsonObject } from '../expression/type.ts'
import { type Digest, noHash, sealEntry } from '../journal/seal-entry.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import { advance, type Step, startInstance } from '../step/advance.ts'
import type { RunningProcess } from '../step/draft.ts'
import { keyOfStart } from '../step/initial-data.ts'
import type { Actor, InstanceEvent, StartEvent } from '../step/instance-event.ts'
import type { InstanceRecord, ParentLink } from '../step/record.ts'
import { canonicalSize } from './canonical-size.ts'
import type { Moved, StartRequest } from './host.ts'
import type { HostWorld } from './host-world.ts'
import { idOfKey, isInstanceId, randomId } from './instance-id.ts'
import type { Ledger, StepToWrite, StoredInstance } from './ledger.ts'
import type { RunningProcesses } from './running-processes.ts'

/** Instance data and events are each at most so many bytes of canonical JSON, on every host. */
const MAX_BYTES = 64 * 1024
const SALT_BYTES = 16

export type Started = Moved & { readonly found: boolean }

export class StepWriter {
  readonly #ledger: Ledger
  readonly #processes: RunningProcesses
  readonly #digest: Digest
  readonly #world: HostWorld
  /** Told of each action whose state was left. */
  onCancel: (effect: string) => void = () => {}

  constructor(ledger: Ledger, processes: RunningProcesses, digest: Digest, world: HostWorld) {
    this.#ledger = ledger
    this.#processes = processes
    this.#digest = digest
    this.#world = world
  }

  /** Starts an instance, or finds the live one of the same key. */
  start(request: StartRequest, actor: Actor, parent?: ParentLink): Answer<Started> {
    const params = request.params ?? {}
    const process = this.#processes.current(request.process, params)
    if (!process)
      return refuse(
        problem('host/unknown-process', {
          process: request.process,
          near: nearestName(request.process, this.#processes.names()),
        }),
      )
    const wrong = [...judgeParams(process, params), ...this.#judgeId(request.id)]
    if (wrong.length > 0) return refuse(...wrong)
    const draft: StartEvent = {
      kind: 'start',
      at: this.#world.now(),
      actor,
      instance: request.id ?? '',
      input: request.input,
      ...(parent ? { parent } : {}),
    }
    const key = keyOfStart(process, draft)
    const live = key === undefined ? undefined : this.#ledger.live(request.process, key)
    if (live) return { ok: true, value: { instance: live.record.id, record: live.record, entries: [], found: true } }
    const event: StartEvent = { ...draft, instance: request.id ?? this.#newId(request.process, key) }
    const made = startInstance(process, event)
    if (!made.ok) return made
    const large = judgeSize(made.value)
    if (large) return refuse(large)
    this.#processes.keep(process, made.value.record.at)
    const step = this.#seal(made.value, process, noHash, undefined, event.at)
    this.#ledger.insert(step)
    return { ok: true, value: { instance: event.instance, record: step.record, entries: [step.entry], found: false } }
  }

  /** Makes the next step of an instance. */
  advance(id: string, event: Exclude<InstanceEvent, StartEvent>): Answer<Moved> {
    const stored = this.#ledger.instance(id)
    if (!stored) return refuse(problem('host/unknown-instance', { instance: id, near: undefined }))
    const process = this.#processes.pinned(stored.record)
    if (!process) return refuse(problem('host/definition-lost', { instance: id, hash: stored.record.definition }))
    const made = advance(process, stored.record, event)
    if (!made.ok) return made
    const large = judgeSize(made.value)
    if (large) return refuse(large)
    return this.#write(stored, process, made.value, event.at)
  }

  #write(stored: StoredInstance, process: RunningProcess, made: Step, at: number): Answer<Moved> {
    if (made.record.calendar !== stored.record.calendar) this.#processes.keep(process, made.record.at)
    const step = this.#seal(made, process, stored.head, stored.record, at)
    if (!this.#ledger.update(stored, step)) return refuse(problem('host/overtaken', { instance: made.record.id }))
    // An action whose state was left is not begun any more; one under way hears of it after the commit.
    for (const effect of made.effects) {
      if (effect.kind !== 'cancel-action') continue
      this.#ledger.finishEffect(effect.effect)
      this.onCancel(effect.effect)
    }
    this.#tryAgain(stored.record, made.record)
    return { ok: true, value: { instance: made.record.id, record: step.record, entries: [step.entry] } }
  }

  /** An incident that a retry took from the record was an effect's, if one of its id waits: it is due again. */
  #tryAgain(before: InstanceRecord, after: InstanceRecord): void {
    const still = new Set(after.incidents.map(({ id }) => id))
    for (const { id } of before.incidents) if (!still.has(id)) this.#ledger.retryEffect(id, after.at, 0, '')
  }

  #seal(
    made: Step,
    process: RunningProcess,
    previous: string,
    before: InstanceRecord | undefined,
    at: number,
  ): StepToWrite {
    const salt = Buffer.from(this.#world.random(SALT_BYTES)).toString('hex')
    const entry = sealEntry(made.entry, salt, previous, this.#digest)
    const { record, name, effects } = made
    const fields = changedFields(process, before?.data, record.data)
    return {
      record,
      name,
      entry,
      effects: effects.filter(({ kind }) => kind !== 'cancel-action'),
      dueAt: Math.min(at, record.at),
      ...(fields ? { fields } : {}),
    }
  }

  #judgeId(id: string | undefined): readonly Problem[] {
    if (id === undefined) return []
    if (!isInstanceId(id)) return [problem('host/bad-id', { id })]
    return this.#ledger.instance(id) ? [problem('host/id-taken', { id })] : []
  }

  /** The id that reads best and is free: of the key, numbered when an ended instance has it, else random. */
  #newId(process: string, key: string | undefined): string {
    const base = key === undefined ? undefined : idOfKey(process, key)
    if (base === undefined) return randomId(process, this.#world.random(12))
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? base : `${base}-${number}`
      if (!this.#ledger.instance(id)) return id
    }
  }
}

/** An answer that changed nothing. */
export function refuse(...problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems }
}

function judgeParams({ machine }: RunningProcess, params: JsonObject): readonly Problem[] {
  const { params: declared, id } = machine.definition
  const known = declared.map(({ name }) => name)
  const unknown = Object.keys(params).filter((name) => !known.includes(name))
  if (unknown.length > 0)
    return unknown.map((name) => problem('host/unknown-param', { process: id, name, near: nearestName(name, known) }))
  return checkFields(params, declared, { partial: true })
}

function judgeSize({ record, entry }: Step): Problem | undefined {
  const sizes = [
    { what: 'data', value: record.data },
    { what: 'event', value: entry.payload.event },
  ]
  for (const { what, value } of sizes) {
    const size = canonicalSize(value, MAX_BYTES)
    if (size > MAX_BYTES) return problem('host/too-large', { what, instance: record.id, size, limit: MAX_BYTES })
  }
  return undefined
}

/** Values of the fields marked `index: true`; undefined where none has changed. */
function changedFields(
  { machine }: RunningProcess,
  before: JsonObject | undefined,
  data: JsonObject,
): Readonly<Record<string, string | number>> | undefined {
  if (before === data) return undefined
  const { fields } = machine.definition.data
  const [found, known] = [indexedFields(fields, data), before && indexedFields(fields, before)]
  const names = Object.keys(found)
  const same = known
    ? names.length === Object.keys(known).length && names.every((name) => found[name] === known[name])
    : names.length === 0
  return same ? undefined : found
}

function indexedFields(fields: readonly Field[], data: JsonObject): Record<string, string | number> {
  const found: Record<string, string | number> = {}
  for (const { name, index, type } of fields) {
    const value: Json | undefined = data[name]
    if (index && (typeof value === 'string' || typeof value === 'number')) found[name] = value
    if (type.kind === 'record' && typeof value === 'object' && value !== null)
      Object.assign(found, indexedFields(type.fields, value as JsonObject))
  }
  return found
}
