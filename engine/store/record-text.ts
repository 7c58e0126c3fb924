/**
 * An instance record as its row keeps it. What has a column of its own, or follows from the definition, is not written
 * again: instances that wait are many, and what is written at every step is short.
 */
import { type InstanceRecord, type ParentLink, type Timer, type TimerKind, timerId } from '../step/record.ts'
import { fromText, toText } from './json-text.ts'

/** Columns of `instance` that belong to the record. */
export interface RecordColumns {
  readonly id: string
  readonly process: string
  readonly version: string
  /** Hashes, from `definition` and `calendar`. */
  readonly definition: string
  readonly calendar: string
  readonly key: string | null
  readonly status: InstanceRecord['status']
  readonly step: number
  readonly parent: string | null
  readonly started_at: number
  readonly at: number
  /** The rest: `recordText`. */
  readonly state: string
}

type PackedTimer = readonly [kind: TimerKind, state: string, key: string, dueAt: number, estimated?: 1]

interface Packed
  extends Partial<
    Pick<InstanceRecord, 'suspendedAt' | 'outcome' | 'output' | 'history' | 'waits' | 'doers' | 'incidents'>
  > {
  readonly value: InstanceRecord['value']
  readonly data?: InstanceRecord['data']
  readonly timers?: readonly PackedTimer[]
  readonly aside?: readonly (Omit<InstanceRecord['aside'][number], 'timers'> & {
    readonly timers?: readonly PackedTimer[]
  })[]
  /** Wait and item of the parent. */
  readonly child?: readonly [wait: string, item: number]
}

/** What no column holds of a record, as text. */
export function recordText(record: InstanceRecord): string {
  const { suspendedAt, outcome, output, value, history, data, timers, waits, aside, doers, incidents, parent } = record
  const packed: Packed = {
    value,
    ...(isEmpty(history) ? {} : { history }),
    ...(isEmpty(data) ? {} : { data }),
    ...(timers.length === 0 ? {} : { timers: timers.map(packTimer) }),
    ...(waits.length === 0 ? {} : { waits }),
    ...(aside.length === 0
      ? {}
      : {
          aside: aside.map(({ timers: own, ...rest }) => ({
            ...rest,
            ...(own.length > 0 && { timers: own.map(packTimer) }),
          })),
        }),
    ...(isEmpty(doers) ? {} : { doers }),
    ...(incidents.length === 0 ? {} : { incidents }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(output === undefined ? {} : { output }),
    ...(suspendedAt === undefined ? {} : { suspendedAt }),
    ...(parent === undefined ? {} : { child: [parent.wait, parent.item] as const }),
  }
  return toText(packed)
}

/** The record of a row. */
export function recordOf(columns: RecordColumns): InstanceRecord {
  const { state, key, parent, started_at: startedAt, ...rest } = columns
  const packed = fromText<Packed>(state)
  const { suspendedAt, outcome, output, child } = packed
  const link: ParentLink | undefined = child && { instance: parent ?? '', wait: child[0], item: child[1] }
  return {
    format: 1,
    id: rest.id,
    process: rest.process,
    version: rest.version,
    definition: rest.definition,
    calendar: rest.calendar,
    ...(key === null ? {} : { key }),
    ...(link ? { parent: link } : {}),
    status: rest.status,
    ...(suspendedAt === undefined ? {} : { suspendedAt }),
    step: rest.step,
    startedAt,
    at: rest.at,
    ...(outcome === undefined ? {} : { outcome }),
    ...(output === undefined ? {} : { output }),
    value: packed.value,
    history: packed.history ?? {},
    data: packed.data ?? {},
    timers: (packed.timers ?? []).map(unpackTimer),
    waits: packed.waits ?? [],
    aside: (packed.aside ?? []).map(({ timers = [], ...aside }) => ({ ...aside, timers: timers.map(unpackTimer) })),
    doers: packed.doers ?? {},
    incidents: packed.incidents ?? [],
  }
}

function packTimer({ kind, state, key, dueAt, estimated }: Timer): PackedTimer {
  return estimated ? [kind, state, key, dueAt, 1] : [kind, state, key, dueAt]
}

function unpackTimer([kind, state, key, dueAt, estimated]: PackedTimer): Timer {
  return { id: timerId(kind, state, key), kind, state, key, dueAt, ...(estimated ? { estimated: true as const } : {}) }
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false
  return true
}
