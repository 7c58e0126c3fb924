/** Writes the files of a new project: all of them, or none. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { problem } from '../../engine/problem/catalog.ts'
import type { Problem } from '../../engine/problem/problem.ts'
import { refuse } from '../failure.ts'
import { detailOf } from '../file-fault.ts'

/** What may be there before: a repository without files. */
const welcome = new Set(['.git'])

/** Refuses a folder that holds anything already. */
export function refuseFilled(folder: string): void {
  if (!existsSync(folder)) return
  const found = guarded(folder, () => readdirSync(folder).filter((name) => !welcome.has(name)))
  if (found.length > 0) refuse(problem('cli/folder-not-empty', { folder, found: found.slice(0, 5) }))
}

/**
 * Writes the files into a temporary folder, lets `judge` look at it there, and moves them to where they belong: a new
 * folder with one rename, an empty one file by file with `picket.yaml` last, so that it is a project once all is there.
 * Gives up, with nothing left behind, on problems and faults of the disk.
 */
export async function writeProject(
  folder: string,
  files: ReadonlyMap<string, string>,
  judge: (staged: string) => Promise<readonly Problem[]>,
): Promise<void> {
  refuseFilled(folder)
  const isNew = !existsSync(folder)
  const stage = guarded(folder, () => mkdtempSync(join(isNew ? dirname(folder) : folder, '.picket-init-')))
  try {
    guarded(folder, () => writeAll(stage, files))
    const problems = await judge(stage)
    if (problems.length > 0) refuse(...problems)
    guarded(folder, () => (isNew ? renameSync(stage, folder) : moveAll(stage, folder)))
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

function writeAll(stage: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(stage, path)), { recursive: true })
    writeFileSync(join(stage, path), text)
  }
}

function moveAll(stage: string, folder: string): void {
  const names = readdirSync(stage).sort((a, b) => Number(a === 'picket.yaml') - Number(b === 'picket.yaml'))
  const moved: string[] = []
  try {
    for (const name of names) {
      renameSync(join(stage, name), join(folder, name))
      moved.push(name)
    }
  } catch (thrown) {
    for (const name of moved) rmSync(join(folder, name), { recursive: true, force: true })
    throw thrown
  }
}

function guarded<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    return refuse(problem('cli/cannot-write', { file: folder, detail: detailOf(thrown) }))
  }
}
