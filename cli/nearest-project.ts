/** Where the project is that a command works on, and the language its file names. Light: every start pays for it. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Locale } from '../engine/problem/problem.ts'

const projectFile = 'picket.yaml'

/**
 * The project's file: the one named, else the nearest `picket.yaml` upwards, else that of `workflows/`. Undefined where
 * there is none.
 */
export function findProject(directory: string, named?: string): string | undefined {
  if (named !== undefined) return fileIn(resolve(directory, named))
  for (let folder = directory; ; folder = dirname(folder)) {
    const found = fileIn(folder) ?? fileIn(join(folder, 'workflows'))
    if (found !== undefined || dirname(folder) === folder) return found
  }
}

function fileIn(path: string): string | undefined {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, projectFile) : path
  return existsSync(file) ? file : undefined
}

/**
 * The language to speak before the project is loaded, or when it cannot be: that of `--locale`, else the one its file
 * names, else English.
 */
export function guessLocale(directory: string, argv: readonly string[]): Locale {
  const given = flagValue(argv, '--locale')
  if (given === 'en' || given === 'zh') return given
  const file = findProject(directory, flagValue(argv, '--project'))
  if (file === undefined) return 'en'
  try {
    return /^locale:\s*zh\b/m.test(readFileSync(file, 'utf8')) ? 'zh' : 'en'
  } catch {
    return 'en'
  }
}

function flagValue(argv: readonly string[], flag: string): string | undefined {
  const joined = argv.find((word) => word.startsWith(`${flag}=`))
  if (joined !== undefined) return joined.slice(flag.length + 1)
  const at = argv.indexOf(flag)
  return at < 0 ? undefined : argv[at + 1]
}
