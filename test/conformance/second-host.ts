/**
 * Another program with a host of its own on the same file: adds to one instance again and again, and takes back what
 * the other program was quicker at. It is bundled and run by `two-programs.test.ts`: arguments are the project's folder,
 * the file, the instance and how often.
 */
import { openSqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import { crew } from './crew-plugin.ts'
import { codes } from './stage.ts'

const [folder = '', file = '', instance = '', times = '0'] = process.argv.slice(2)
const loaded = loadProject(folder, [crew])
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
const host = await openSqliteHost({ project: loaded.value, file })
const claim = { person: 'ann', via: 'cli', proved: false } as const
for (let added = 0; added < Number(times); ) {
  const answer = await host.send({ instance, event: 'ADD', data: { count: 1 } }, claim)
  if (answer.ok) added += 1
  else if (!codes(answer).includes('host/overtaken')) throw new Error(codes(answer).join())
  await host.runDue()
}
await host.close()
