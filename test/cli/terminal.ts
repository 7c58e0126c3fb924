/** A terminal for tests: commands run in this process, on a store of their own, at a clock the test sets. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { embeddedEngine } from '../../cli/open-host.ts'
import { run } from '../../cli/run.ts'

/** Monday, 5 January 2026, 09:00 in Shanghai. */
export const monday = Date.parse('2026-01-05T01:00:00Z')

/** Milliseconds in a day. */
export const day = 86_400_000

/** The sample project of the tests. */
export const sampleProject = join(import.meta.dirname, 'project')

/** What a command printed. */
export interface Printed {
  readonly out: string
  readonly err: string
  readonly code: number
}

export class Terminal {
  now = monday
  colour = false
  /** How the command is run; `picket` unless set. */
  command: string | undefined
  /** What the standard input holds. */
  input = ''
  /** What the user answers to questions, in turn; without any nobody is asked. */
  answers: string[] = []
  /** Whether the standard output and error are a terminal. */
  isTerminal = false
  /** How much time goes by (ms) whenever the command looks at the clock. */
  tick = 0
  /** Lines put over one another on the terminal. */
  readonly overwritten: string[] = []
  /** What happens while the command waits; it is interrupted where nothing more does. */
  readonly meanwhile: (() => Promise<unknown>)[] = []
  /** An empty folder, and the store in it; gone when the test is. */
  readonly folder = mkdtempSync(join(tmpdir(), 'picket-cli-'))
  readonly database = join(this.folder, 'store.sqlite')
  directory: string

  constructor(directory = sampleProject) {
    this.directory = directory
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }))
  }

  /** Runs a command line as it is. */
  async type(...argv: string[]): Promise<Printed> {
    const printed = { out: '', err: '' }
    const interruption = new AbortController()
    if (this.meanwhile.length === 0) interruption.abort()
    const pause = async () => {
      const happens = this.meanwhile.shift()
      await happens?.()
      if (this.meanwhile.length === 0) interruption.abort()
    }
    const world = { now: () => this.now, random: (bytes: number) => new Uint8Array(bytes).fill(7) }
    const code = await run(argv, {
      directory: this.directory,
      colour: this.colour,
      now: () => {
        this.now += this.tick
        return this.now
      },
      write: (text) => {
        printed.out += text
      },
      complain: (text) => {
        printed.err += text
      },
      readInput: async () => this.input,
      pause,
      isTerminal: this.isTerminal,
      ...(this.isTerminal && { overwrite: (text) => void this.overwritten.push(text) }),
      ...(this.answers.length > 0 && { ask: async () => this.answers.shift() }),
      interrupted: interruption.signal,
      engine: embeddedEngine(world),
      ...(this.command !== undefined && { command: this.command }),
    })
    return { ...printed, code }
  }

  /** Runs a command on the test's store; its words may be one text where none holds a blank. */
  on(...words: string[]): Promise<Printed> {
    const argv = words.length === 1 ? (words[0] ?? '').split(' ') : words
    return this.type(...argv, '--database', this.database)
  }

  /** The JSON a command answers with. */
  async json(...words: string[]): Promise<Record<string, unknown>> {
    const argv = words.length === 1 ? (words[0] ?? '').split(' ') : words
    const { out } = await this.on(...argv, '--json')
    return JSON.parse(out)
  }

  /** Loads the organisation and starts the sample programme. */
  async start(): Promise<void> {
    await this.on('people load organisation.yaml --as xu.yiqing')
    await this.on('start programme --set company=Hope --as chen.jing')
  }
}
