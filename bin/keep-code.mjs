// Run at build: makes a store with the example programme, then looks at it, and keeps the code of what that needed with the
// bundle. Looking is done in a process of its own: code that a look does not need would have to be read nevertheless.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'
import bundle from './load-bundle.cjs'

const script = fileURLToPath(import.meta.url)
const [given] = process.argv.slice(2)
const { main, start, keepCode } = bundle.loadBundle()

/** Types commands on a store until one fails. */
async function type(store, ...lines) {
  for (const line of lines) if (!process.exitCode) await main([...line.split(' '), '--database', store])
}

if (given !== undefined) {
  await type(given, 'list', 'tasks', 'show hope-optical')
  if (!process.exitCode) keepCode()
} else {
  chdir(join(script, '..', '..'))
  const folder = mkdtempSync(join(tmpdir(), 'picket-build-'))
  const store = join(folder, 'store.sqlite')
  try {
    await start(['--database', store])
    await type(store, 'send hope-optical START --set step=preparation --as chen.jing', 'show hope-optical')
    execFileSync(process.execPath, [script, store], { stdio: 'inherit' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
