/** Gathers what an explanation is made of: the instance, its tasks and effects, its children one level down. */
import type { RunningProcess } from '../step/draft.ts'
import type { InstanceRecord } from '../step/record.ts'
import { situationOf } from '../step/situation.ts'
import type { PendingFacts } from '../waiting/circumstances.ts'
import { explain } from '../waiting/explain.ts'
import type { ChildFacts, Explanation } from '../waiting/finding.ts'
import type { Ledger } from './ledger.ts'

interface Sources {
  readonly ledger: Pick<Ledger, 'instance' | 'instances' | 'tasks' | 'directory' | 'pending' | 'journal'>
  /** The process an instance is pinned to. */
  readonly processOf: (record: InstanceRecord) => Promise<RunningProcess | undefined>
  readonly now: number
}

/** Why an instance waits; undefined where there is none, or its definition is lost. */
export async function explainInstance(sources: Sources, id: string): Promise<Explanation | undefined> {
  const record = sources.ledger.instance(id)?.record
  return record && explainRecord(sources, record, await childrenOf(sources, record))
}

async function explainRecord(
  { ledger, processOf, now }: Sources,
  record: InstanceRecord,
  children: ReadonlyMap<string, ChildFacts>,
): Promise<Explanation | undefined> {
  const process = await processOf(record)
  if (!process) return undefined
  const rows = await ledger.tasks({ instance: record.id, status: record.aside.length > 0 ? 'all' : 'open' }, now)
  const suspendedBy = await suspenderOf(ledger, record)
  return explain({
    situation: situationOf(process, record, now),
    directory: ledger.directory(),
    tasks: rows.filter(({ status }) => status === 'open' || status === 'aside'),
    pending: pendingOf(ledger, record),
    children,
    ...(suspendedBy === undefined ? {} : { suspendedBy }),
  })
}

function pendingOf(ledger: Pick<Ledger, 'pending'>, { waits }: InstanceRecord): ReadonlyMap<string, PendingFacts> {
  return new Map(
    waits.flatMap(({ kind, id }) => {
      const pending = kind === 'action' ? ledger.pending(id) : undefined
      return pending ? [[id, pending] as const] : []
    }),
  )
}

/** What its open children wait for themselves, without theirs. */
async function childrenOf(sources: Sources, record: InstanceRecord): Promise<ReadonlyMap<string, ChildFacts>> {
  const ids = record.waits.flatMap((wait) =>
    wait.kind === 'children' ? wait.items.flatMap(({ status, instance }) => (status === 'open' && instance) || []) : [],
  )
  if (ids.length === 0) return new Map()
  const rows = await sources.ledger.instances({ parent: record.id }, sources.now)
  const children = await Promise.all(
    rows
      .filter(({ id }) => ids.includes(id))
      .map(async ({ id, name, status }): Promise<ChildFacts> => {
        const child = sources.ledger.instance(id)?.record
        const explained = child && (await explainRecord(sources, child, new Map()))
        const findings = explained?.findings.map(({ state, title, waits }) => ({
          state,
          title,
          ...(waits && { waits }),
        }))
        return { instance: id, name, status, findings: findings ?? [] }
      }),
  )
  return new Map(children.map((child) => [child.instance, child]))
}

/** Who suspended it, as its journal has it. */
async function suspenderOf(
  ledger: Pick<Ledger, 'journal'>,
  { id, suspendedAt }: InstanceRecord,
): Promise<string | undefined> {
  if (suspendedAt === undefined) return undefined
  const entries = await ledger.journal(id)
  return entries.findLast(({ kind, subject }) => kind === 'control' && subject === 'suspend')?.actor.id
}
