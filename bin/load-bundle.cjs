// Loads the bundle with the code that V8 made of it at build: most of a command's start would go into making it again.
// Another Node than that of the build ignores it, and only takes longer.
const { existsSync, readFileSync, writeFileSync } = require('node:fs')
const { createRequire, wrap } = require('node:module')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')

const file = join(__dirname, '..', 'dist', 'picket', 'main.cjs')
const codeFile = `${file}.code`

function compile() {
  // The bundle is ASCII, and V8 is quicker with a text it knows to be so.
  return new Script(wrap(readFileSync(file, 'latin1')), {
    filename: file,
    cachedData: existsSync(codeFile) ? readFileSync(codeFile) : undefined,
  })
}

/** What the bundle exports, and a way to keep the code of all that has run so far. */
function loadBundle() {
  const script = compile()
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file))
  return { ...module.exports, keepCode: () => writeFileSync(codeFile, script.createCachedData()) }
}

module.exports = { loadBundle, isBundled: () => existsSync(file) }
