/**
 * Another program on the same file: counts one instance up, step by step, as a host would. It is bundled and run by
 * `two-processes.test.ts`: arguments are the file and how many steps to make; or `on` and a file that ends it, until
 * which it commits without pause.
 */
import { existsSync } from 'node:fs'
import { appendJournal } from '../../engine/store/append-journal.ts'
import { loadInstance } from '../../engine/store/load-instance.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import { updateInstance } from '../../engine/store/update-instance.ts'
import { entry, said } from './samples.ts'

const [file = '', steps = '0', end = ''] = process.argv.slice(2)
const db = await openDatabase(file)

function step(): void {
  db.transaction(() => {
    const stored = loadInstance(db, 'shared')
    if (stored === undefined) throw new Error('no instance')
    const { row, record, head } = stored
    const step = record.step + 1
    appendJournal(db, row, entry('shared', step))
    if (!updateInstance(db, row, record.step, { record: { ...record, step }, head, name: said('shared') })) {
      throw new Error('moved under a write lock')
    }
  })
}

if (steps === 'on') while (!existsSync(end)) step()
else
  for (let made = 0; made < Number(steps); made++) {
    step()
    await new Promise((resolve) => setImmediate(resolve))
  }
db.close()
