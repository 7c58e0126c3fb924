/**
 * Another program on the same file: counts one instance up, step by step, as a host would. It is bundled and run by
 * `two-processes.test.ts`: arguments are the file and how many steps to make; or `on` and a file that ends it, until
 * which it commits without pause.
 */
import { existsSync } from 'node:fs'
import { loadInstance } from '../../engine/store/load-instance.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import { KnownRows, updateStep } from '../../engine/store/write-step.ts'
import { stepOf } from './samples.ts'

const [file = '', steps = '0', end = ''] = process.argv.slice(2)
const db = await openDatabase(file)

function step(): void {
  db.transaction(() => {
    const stored = loadInstance(db, 'shared')
    if (stored === undefined) throw new Error('no instance')
    const next = stepOf({ ...stored.record, step: stored.record.step + 1 })
    if (!updateStep(db, new KnownRows(db), stored, next)) throw new Error('moved under a write lock')
  })
}

if (steps === 'on') while (!existsSync(end)) step()
else
  for (let made = 0; made < Number(steps); made++) {
    step()
    await new Promise((resolve) => setImmediate(resolve))
  }
db.close()
