/** The words of a command line, before any command is loaded. */

/** Shared flags that take a value, so that they may stand before the command. */
const valued = ['--as', '--database', '--locale', '--project']

/** A command line taken apart. */
export interface CommandLine {
  /** The words up to the second flag or so that may name a command, and where each stands. */
  readonly words: readonly string[]
  readonly positions: readonly number[]
  readonly wantsHelp: boolean
  readonly wantsVersion: boolean
  readonly isJson: boolean
}

/** Reads a command line without `node` and the script. What stands behind `--` belongs to the command. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const dashes = argv.indexOf('--')
  const own = dashes < 0 ? argv : argv.slice(0, dashes)
  const positions = wordPositions(own)
  const first = own[positions[0] ?? -1]
  const asksHelp = first === 'help'
  const named = asksHelp ? positions.slice(1) : positions
  return {
    words: named.map((at) => own[at] ?? ''),
    positions: named,
    wantsHelp: asksHelp || own.includes('--help') || own.includes('-h'),
    wantsVersion: first === undefined && own.includes('--version'),
    isJson: own.includes('--json'),
  }
}

/** Where the words stand that are neither flags nor values of the shared ones. */
function wordPositions(argv: readonly string[]): number[] {
  return [...argv.keys()].filter((at) => {
    const word = argv[at] ?? ''
    return !(word.startsWith('-') && word !== '-') && !valued.includes(argv[at - 1] ?? '')
  })
}
