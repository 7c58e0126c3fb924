/** Builds the driver and runs it as a process of its own. All of this is run from the root of the repository. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Drive } from './crash-driver.ts'

const here = 'test/crash'
/** The processes that are worked on. */
export const projectFolder = join(here, 'project')

/** How a program ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly said: string
}

/** The driver and a folder for a store, its outside and its acknowledgements. */
export class CrashSite {
  readonly folder = mkdtempSync(join(tmpdir(), 'picket-crash-'))
  readonly file = join(this.folder, 'store.sqlite')
  readonly outside = join(this.folder, 'outside.txt')
  readonly acknowledged = join(this.folder, 'acknowledged.txt')
  readonly #bundle: string

  private constructor(bundle: string) {
    this.#bundle = bundle
  }

  static async prepare(): Promise<CrashSite> {
    // Inside node_modules, so that the bundle finds the driver of SQLite beside it.
    const cache = 'node_modules/.cache'
    mkdirSync(cache, { recursive: true })
    const outfile = join(mkdtempSync(join(cache, 'picket-crash-')), 'crash-driver.mjs')
    await build({
      entryPoints: [join(here, 'crash-driver.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    })
    return new CrashSite(outfile)
  }

  /** Runs the driver to its end; `killAfter` kills it so many milliseconds after it has opened the store. */
  run(work: Pick<Drive, 'orders' | 'rounds' | 'kill'>, killAfter?: number): Promise<Ended> {
    const { file, outside, acknowledged } = this
    const drive: Drive = { folder: projectFolder, file, outside, acknowledged, ...work }
    const child = spawn(process.execPath, [this.#bundle, JSON.stringify(drive)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (text) => {
      said += String(text)
    })
    child.stdout.once('data', () => {
      if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
    })
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve({ code, signal, said }))
    })
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true })
    rmSync(join(this.#bundle, '..'), { recursive: true, force: true })
  }
}
