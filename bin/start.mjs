// npm start: launches the twelve-step programme of the example, or shows the one that runs. Flags go to the commands:
// npm start -- --locale zh
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'

chdir(fileURLToPath(new URL('..', import.meta.url)))
const { start } = await import('../dist/picket/main.js')
await start(process.argv.slice(2))
