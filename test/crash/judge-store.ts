/** What must hold of a store however often the programs that worked on it were killed. */
import { existsSync, readFileSync } from 'node:fs'
import { openSqliteHost, type SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import type { JournalEntry } from '../../engine/journal/journal-entry.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { Project } from '../../engine/project/project.ts'
import { postPlugin } from './post-plugin.ts'
import { type CrashSite, projectFolder } from './run-driver.ts'

/** What was counted, and everything that is wrong, in sentences; an empty list is what is wanted. */
export interface Judgement {
  readonly instances: number
  readonly ended: number
  readonly entries: number
  readonly events: number
  /** Effects by their key, and how often they were performed. */
  readonly effects: number
  readonly performed: number
  readonly faults: readonly string[]
}

/** Effects that reach beyond the rows of a step are performed after it; an action leaves its key outside. */
const ACTION = 'perform'

/** Read once; judging performs nothing, so that its plugin needs no outside. */
let project: Project | undefined

function readProject(): Project {
  const loaded = loadProject(projectFolder, [postPlugin('')])
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.value
}

/** Reads everything; with `atEnd` all instances must also have ended, and everything asked for must have been done. */
export async function judgeStore(site: CrashSite, { atEnd }: { readonly atEnd: boolean }): Promise<Judgement> {
  project ??= readProject()
  const host = await openSqliteHost({ project, file: site.file })
  try {
    return await judge(host, site, atEnd)
  } finally {
    await host.close()
  }
}

async function judge(host: SqliteHost, site: CrashSite, atEnd: boolean): Promise<Judgement> {
  const faults: string[] = []
  const rows = await host.instances()
  const journals = new Map<string, readonly JournalEntry[]>()
  for (const { id, status } of rows) {
    journals.set(id, await host.journal(id))
    const proof = await host.verify(id)
    if (!proof.ok) faults.push(`${id} cannot be proved: ${JSON.stringify(proof.problems)}`)
    if (atEnd && status !== 'completed') faults.push(`${id} has not ended: ${status}`)
  }
  const outside = linesOf(site.outside)
  const entries = [...journals.values()].flat()
  faults.push(
    ...judgeAcknowledged(journals, linesOf(site.acknowledged)),
    ...judgeEvents(journals),
    ...judgeEffects(entries, outside, atEnd),
    ...(atEnd ? judgeReached(rows, journals) : []),
  )
  return {
    instances: rows.length,
    ended: rows.filter(({ status }) => status === 'completed').length,
    entries: entries.length,
    events: entries.filter(({ kind }) => kind === 'sent').length,
    effects: new Set(outside).size,
    performed: outside.length,
    faults,
  }
}

function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}

/** What a host has acknowledged stands in the journal. */
function judgeAcknowledged(journals: ReadonlyMap<string, readonly JournalEntry[]>, lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const [id = '', number] = line.split(' ')
    return numbersOf(journals.get(id) ?? []).includes(Number(number)) ? [] : [`${line} was acknowledged and is lost`]
  })
}

/** Each number once, none left out: no event was applied twice, and steps and times only go forward. */
function judgeEvents(journals: ReadonlyMap<string, readonly JournalEntry[]>): string[] {
  return [...journals].flatMap(([id, journal]) => {
    const numbers = numbersOf(journal)
    const inOrder = numbers.every((number, index) => number === index + 1)
    const inTurn = journal.every(({ step, at }, index) => step === index + 1 && at >= (journal[index - 1]?.at ?? 0))
    return [...(inOrder ? [] : [`${id} took ${numbers.join()}`]), ...(inTurn ? [] : [`${id} has entries out of turn`])]
  })
}

function numbersOf(journal: readonly JournalEntry[]): number[] {
  return journal
    .filter(({ kind, subject }) => kind === 'sent' && subject === 'ADD')
    .map(({ payload }) => Number((payload?.event.data as { number?: number } | undefined)?.number))
}

/** An action is performed at least once where its end stands, only where it was asked for, and ends once. */
function judgeEffects(entries: readonly JournalEntry[], outside: readonly string[], atEnd: boolean): string[] {
  const asked = new Set(
    entries.flatMap(({ instance, step, effects }) =>
      effects.flatMap((kind, index) => (kind === ACTION ? [`${instance}/${step}/${index}`] : [])),
    ),
  )
  const ends = entries.filter(({ kind }) => kind === 'action-end').map(({ subject }) => subject)
  const performed = new Set(outside)
  return [
    ...[...performed].filter((key) => !asked.has(key)).map((key) => `${key} was performed and never asked for`),
    ...ends.filter((key) => !performed.has(key)).map((key) => `${key} ended and was never performed`),
    ...(new Set(ends).size === ends.length ? [] : ['an action ended twice']),
    ...(atEnd && ends.length !== asked.size ? [`${asked.size} actions were asked for, ${ends.length} ended`] : []),
  ]
}

/** Every child told its birth and its end, once; every order printed one receipt. */
function judgeReached(
  rows: readonly { readonly id: string; readonly process: string }[],
  journals: ReadonlyMap<string, readonly JournalEntry[]>,
): string[] {
  const children = rows.filter(({ process }) => process === 'part').length
  const orders = rows.filter(({ process }) => process === 'order')
  const entries = orders.flatMap(({ id }) => journals.get(id) ?? [])
  const counts = {
    births: entries.filter(({ subject }) => subject === 'BORN').length,
    ends: entries.filter(({ kind }) => kind === 'child-end').length,
  }
  const receipts = rows.filter(({ process }) => process === 'receipt').length
  return [
    ...(counts.births === children ? [] : [`${children} children told ${counts.births} births`]),
    ...(counts.ends === children ? [] : [`${children} children told ${counts.ends} ends`]),
    ...(receipts === orders.length ? [] : [`${orders.length} orders printed ${receipts} receipts`]),
  ]
}
