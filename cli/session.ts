/** What a run of the command line has of the world. Tests give their own. */
import type { Engine } from './engine.ts'

/** The terminal, the clock and the engine of one command. */
export interface Session {
  /** Folder the command was typed in. */
  readonly directory: string
  /** Whether texts may be coloured: on a terminal, unless NO_COLOR is set. */
  readonly colour: boolean
  /** Milliseconds since 1970. */
  now(): number
  write(text: string): void
  complain(text: string): void
  /** All of the standard input. */
  readInput(): Promise<string>
  /** Fires when the user interrupts. */
  readonly interrupted: AbortSignal
  readonly engine: Engine
  /** What has to be typed to run the command here; `picket` unless npm ran it from a project's own packages. */
  readonly command?: string
}

/** The session of this process. */
export function processSession(engine: Engine): Session {
  const interruption = new AbortController()
  process.once('SIGINT', () => interruption.abort())
  return {
    directory: process.cwd(),
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    now: () => Date.now(),
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    readInput: readStandardInput,
    interrupted: interruption.signal,
    engine,
    // npm leaves its mark on what it runs: there, the plain name would not be found.
    ...(process.env.npm_command === undefined ? {} : { command: 'npx --no-install picket' }),
  }
}

async function readStandardInput(): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
