/** Of many lives those few that hold everything any of them holds. */
import type { JournalEntry } from '../../engine/journal/journal-entry.ts'
import type { RecordedJournal } from './recorded-files.ts'

/** Greedy: the life that adds most, then the one that adds most to it; the shorter where two add the same. */
export function chooseJournals(lives: readonly RecordedJournal[]): readonly RecordedJournal[] {
  const chosen: RecordedJournal[] = []
  const rest = lives
    .map((life) => ({ life, features: new Set(life.entries.flatMap(featuresOf)) }))
    .sort((a, b) => a.life.entries.length - b.life.entries.length)
  const seen = new Set<string>()
  for (;;) {
    const gains = rest.map(({ features }) => [...features].filter((feature) => !seen.has(feature)).length)
    const most = Math.max(0, ...gains)
    if (most === 0) return chosen
    const best = rest[gains.indexOf(most)]
    if (!best) return chosen
    chosen.push(best.life)
    for (const feature of best.features) seen.add(feature)
  }
}

/** What an entry shows that a replay could get wrong. */
function featuresOf({
  kind,
  subject,
  taken,
  entered,
  effects,
  status,
  lateBy,
  actor,
  payload,
}: JournalEntry): string[] {
  const { event } = payload ?? {}
  const { outcome, approved, keepDates, parent, escalation } = (event ?? {}) as Record<string, unknown>
  return [
    kind === 'control' ? `${kind} ${subject} ${keepDates}` : `${kind} ${actor.via}`,
    ...taken.map((transition) => `taken ${transition}`),
    ...entered.map((state) => `entered ${state}`),
    ...effects.map((effect) => `effect ${effect}`),
    `status ${status}`,
    ...(lateBy === undefined ? [] : ['late']),
    ...(kind === 'timer' ? [`timer ${subject.split('@')[0]}`] : []),
    ...(approved === undefined ? [] : [`vote ${approved}`]),
    ...(parent === undefined ? [] : ['child']),
    ...(escalation === undefined ? [] : ['escalated']),
    ...(outcome === undefined ? [] : [`outcome ${JSON.stringify(outcome).slice(0, 12)}`]),
    ...((payload?.notes.length ?? 0) > 0 ? ['note'] : []),
    ...(Object.keys(payload?.metrics ?? {}).length > 0 ? ['metrics'] : []),
  ]
}
