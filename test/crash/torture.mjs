// npm run torture: bundles the program, since Node 20 runs no TypeScript, and runs it.
import { mkdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const outfile = 'node_modules/.cache/picket-torture/torture.mjs'
mkdirSync('node_modules/.cache', { recursive: true })
await build({
  entryPoints: ['test/crash/torture.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
})
await import(pathToFileURL(outfile).href)
