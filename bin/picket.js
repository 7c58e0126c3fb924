#!/usr/bin/env node
// The command. What it runs is built by `npm run build`: one bundle, else the compiled sources.
import { existsSync } from 'node:fs'

const bundle = new URL('../dist/picket/main.js', import.meta.url)
const compiled = new URL('../dist/cli/main.js', import.meta.url)
const built = [bundle, compiled].find((file) => existsSync(file))

if (built === undefined) {
  console.error('picket is not built yet: npm run build')
  process.exitCode = 3
} else {
  const { main } = await import(built.href)
  await main(process.argv.slice(2))
}
