/** What a run of the command line has of the world. Tests give their own. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from './engine.ts'

/** The terminal, the clock and the engine of one command. */
export interface Session {
  /** Folder the command was typed in. */
  readonly directory: string
  /** Whether texts may be coloured: on a terminal, unless NO_COLOR is set. */
  readonly colour: boolean
  /** Whether the standard output is a terminal, whose screen can be cleared. */
  readonly isTerminal?: boolean
  /** Milliseconds since 1970. */
  now(): number
  /** Waits so long (ms), or until the user interrupts. */
  pause(milliseconds: number): Promise<void>
  write(text: string): void
  complain(text: string): void
  /** Puts a text in the place of the last line of the terminal's standard error. Absent if that is no terminal. */
  readonly overwrite?: ((text: string) => void) | undefined
  /** All of the standard input. */
  readInput(): Promise<string>
  /** Puts a question to whoever sits at the terminal; undefined where they go without an answer. Absent if nobody does. */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined
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
    isTerminal: process.stdout.isTTY === true,
    now: () => Date.now(),
    pause: (milliseconds) => sleep(milliseconds, undefined, { signal: interruption.signal }).catch(() => undefined),
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    ...(process.stderr.isTTY === true && { overwrite: (text) => void process.stderr.write(`\r\u001b[K${text}`) }),
    readInput: readStandardInput,
    ...(process.stdin.isTTY === true && process.stdout.isTTY === true ? { ask } : {}),
    interrupted: interruption.signal,
    engine,
    // npm leaves its mark on what it runs: there, the plain name would not be found.
    ...(process.env.npm_command === undefined ? {} : { command: 'npx --no-install picket' }),
  }
}

async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answered = await new Promise<string | undefined>((resolve) => {
    terminal.once('close', () => resolve(undefined))
    terminal.question(question, resolve)
  })
  terminal.close()
  return answered
}

async function readStandardInput(): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
