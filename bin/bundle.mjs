// Bundles the command line for a quick start: a small file to begin with, one for everything else, and the code that V8
// makes of it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { preparedAnswers } from '../dist/cli/prepared-answers.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const outdir = `${root}dist/picket`

/**
 * Of oclif the parser of a command line is used and nothing else; what it would load besides is for printing help and
 * for ending a process, which we do ourselves. A test types faulty command lines at the bundle.
 */
const parserAlone = {
  name: 'parser-alone',
  setup(building) {
    const unused = /@oclif[\\/]core[\\/]lib[\\/](help[\\/]index|errors[\\/]handle|ux[\\/]index|logger)\.js$/
    building.onLoad({ filter: unused }, () => ({ contents: '', loader: 'js' }))
  },
}

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

// Code kept of an earlier bundle must not be taken for that of this one.
await rm(outdir, { recursive: true, force: true })

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
}

// CommonJS in one file: a module is run when it is first imported, and there is but one file to open.
await build({
  ...common,
  entryPoints: ['cli/main.ts'],
  outfile: `${outdir}/main.cjs`,
  // A native module; Node's own; a layouter that finds its worker by its place on disk; a rasteriser that
  // few need; and what oclif would load only to run commands from TypeScript.
  external: ['@photostructure/sqlite', 'node:sqlite', 'elkjs', '@resvg/resvg-wasm', 'typescript'],
  plugins: [parserAlone],
  // What is not bundled is required: importing it would need a loader of the script that the bundle is run as.
  supported: { 'dynamic-import': false },
  define: {
    // XState is pinned to its production build.
    'process.env.NODE_ENV': '"production"',
    'import.meta.url': 'here',
    PICKET_BUILD: JSON.stringify(await nameOfBuild()),
  },
  banner: { js: "const here=require('node:url').pathToFileURL(__filename).href;" },
})

// The file that the command begins with, with the texts it answers with.
const { version, help } = preparedAnswers
await build({
  ...common,
  entryPoints: ['cli/at-once.ts'],
  outfile: `${outdir}/at-once.cjs`,
  define: { PREPARED: JSON.stringify({ version, help: { en: help('en'), zh: help('zh') } }) },
})

execFileSync(process.execPath, ['bin/keep-code.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
