#!/usr/bin/env node
// The command. CommonJS, because Node starts it sooner than a module. `npm run build` makes what it runs: a small file
// that answers at once what it can, and one bundle of everything else; without the bundle the compiled sources run.
const { existsSync, writeSync } = require('node:fs')
const { join } = require('node:path')

const dist = join(__dirname, '..', 'dist')
const argv = process.argv.slice(2)

function answerAtOnce() {
  const file = join(dist, 'picket/at-once.cjs')
  return existsSync(file) ? require(file).answerAtOnce(argv, process.cwd()) : undefined
}

// Past the stream of the process, which alone would take longer than the answer; what a full pipe does not take goes there.
function say(text) {
  const bytes = Buffer.from(text)
  let written = 0
  try {
    written = writeSync(1, bytes)
  } catch (thrown) {
    if (thrown.code === 'EPIPE') return
  }
  if (written < bytes.length) process.stdout.write(bytes.subarray(written))
}

async function runCommand() {
  const { isBundled, loadBundle } = require('./load-bundle.cjs')
  if (isBundled()) return loadBundle().main(argv)
  const compiled = join(dist, 'cli/main.js')
  if (existsSync(compiled)) return (await import(require('node:url').pathToFileURL(compiled).href)).main(argv)
  console.error('picket is not built yet: npm run build')
  process.exitCode = 3
}

const answer = answerAtOnce()
if (answer === undefined) runCommand()
else say(answer)
