// Bundles the command line for a quick start: a small file to begin with, one for what all commands need, and a chunk
// for what only some need.
import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { preparedAnswers } from '../dist/cli/prepared-answers.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const outdir = `${root}dist/picket`

/** What reads definitions, in one word: another reader must not trust what this one made of them. */
async function nameOfBuild() {
  const hash = createHash('sha256')
  for (const folder of ['calendar', 'definition', 'expression', 'problem']) {
    const base = `${root}dist/engine/${folder}/`
    const files = await readdir(base, { recursive: true })
    for (const file of files.filter((name) => name.endsWith('.js')).sort()) {
      hash.update(file).update(await readFile(base + file))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

// Chunks of an earlier build would stay for ever: their names hold a hash.
await rm(outdir, { recursive: true, force: true })

await build({
  absWorkingDir: root,
  entryPoints: ['cli/main.ts'],
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  chunkNames: 'chunk-[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  // A native module; Node's own; a layouter that finds its worker by its place on disk; and what oclif would load only
  // to run commands from TypeScript.
  external: ['@photostructure/sqlite', 'node:sqlite', 'elkjs', 'typescript'],
  // XState is pinned to its production build.
  define: { 'process.env.NODE_ENV': '"production"', PICKET_BUILD: JSON.stringify(await nameOfBuild()) },
  // What is CommonJS inside asks for these by name.
  banner: {
    js: [
      "import { createRequire as makeRequire } from 'node:module'",
      "import { dirname as nameOfDirectory } from 'node:path'",
      "import { fileURLToPath as pathOf } from 'node:url'",
      'const require = makeRequire(import.meta.url)',
      'const __filename = pathOf(import.meta.url)',
      'const __dirname = nameOfDirectory(__filename)',
    ].join(';'),
  },
})

// The file that the command begins with, with the texts it answers with.
const { version, help } = preparedAnswers
await build({
  absWorkingDir: root,
  entryPoints: ['cli/at-once.ts'],
  outfile: `${outdir}/at-once.cjs`,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { PREPARED: JSON.stringify({ version, help: { en: help('en'), zh: help('zh') } }) },
})
