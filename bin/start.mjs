// npm start: launches the twelve-step programme of the example, or shows the one that runs. Flags go to the commands:
// npm start -- --locale zh
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'
import bundle from './load-bundle.cjs'

chdir(fileURLToPath(new URL('..', import.meta.url)))
await bundle.loadBundle().start(process.argv.slice(2))
