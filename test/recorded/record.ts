/** Records the release that `RELEASE` names: `RELEASE=1 npm run record`. See README.md for when. */
import { rmSync } from 'node:fs'
import { test } from 'vitest'
import { recordLives } from './lives.ts'
import { recordStore } from './record-store.ts'
import { folderOf, releases, writeRelease } from './recorded-files.ts'

test('records a release', { timeout: 600_000 }, async () => {
  const release = process.env.RELEASE ?? ''
  if (!/^[1-9][0-9]*$/.test(release)) throw new Error('RELEASE must be the number of the release')
  if (releases.some((recorded) => Number(recorded) > Number(release))) throw new Error('a later release is recorded')
  rmSync(folderOf(release), { recursive: true, force: true })
  writeRelease(release, await recordLives())
  await recordStore(folderOf(release, 'store.sqlite'))
})
