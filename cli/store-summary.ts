/** What a backup holds, as people and programs read it. */
import type { JsonObject } from '../engine/expression/type.ts'
import type { StoreSummary } from '../engine/host/sqlite/backup-store.ts'
import { iso } from './json-forms.ts'
import type { Page } from './page.ts'

export function summaryText({ instances, entries, lastAt }: StoreSummary, page: Page): string {
  const holds = page.say('store.holds', { instances, entries })
  return lastAt === undefined ? holds : `${holds} ${page.say('store.last', { at: page.moment(lastAt) })}`
}

export function summaryJson({ instances, entries, lastAt, pending }: StoreSummary): JsonObject {
  return { instances, entries, ...(lastAt !== undefined && { lastAt: iso(lastAt) }), pending }
}
