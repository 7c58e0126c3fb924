/** The command as a program of its own: bundled from source, run as a child process. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type Printed, sampleProject } from './terminal.ts'

const root = join(import.meta.dirname, '../..')

/** How a program is run, beside its words. */
export interface Run {
  /** The user it runs as. */
  readonly uid?: number
  /** The largest file it may write, in blocks of 512 bytes. */
  readonly blocks?: number
}

/** A program under way, and what it will have printed. */
export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Printed>
}

export class PicketProgram {
  readonly #file: string

  private constructor(file: string) {
    this.#file = file
  }

  static async build(): Promise<PicketProgram> {
    // Inside node_modules, so that the bundle finds its packages beside it.
    const cache = join(root, 'node_modules/.cache')
    mkdirSync(cache, { recursive: true })
    const folder = mkdtempSync(join(cache, 'picket-program-'))
    // For whoever the program runs as.
    chmodSync(folder, 0o755)
    const outfile = join(folder, 'picket.mjs')
    await build({
      stdin: { contents: "import { main } from './cli/main.ts'; await main(process.argv.slice(2))", resolveDir: root },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    })
    return new PicketProgram(outfile)
  }

  /** Begins a command in the sample project. */
  begin(words: string, { uid, blocks }: Run = {}): Running {
    const argv = [this.#file, ...words.split(' ')]
    const limit = blocks === undefined ? [] : ['-c', `ulimit -f ${blocks}; exec "$@"`, 'sh', process.execPath]
    const [command, args] = blocks === undefined ? [process.execPath, argv] : ['sh', [...limit, ...argv]]
    const child = spawn(command, args, {
      cwd: sampleProject,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    })
    const printed = { out: '', err: '' }
    child.stdout?.on('data', (text) => {
      printed.out += String(text)
    })
    child.stderr?.on('data', (text) => {
      printed.err += String(text)
    })
    const ended = new Promise<Printed>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve({ ...printed, code: code ?? -1 }))
    })
    return { child, ended }
  }

  /** Runs a command to its end. */
  run(words: string, how: Run = {}): Promise<Printed> {
    return this.begin(words, how).ended
  }

  clear(): void {
    rmSync(join(this.#file, '..'), { recursive: true, force: true })
  }
}
