/**
 * What is answered before any command is looked for: the version and the root help. The bundle carries these texts ready
 * made in a small file of its own (`at-once.ts`), so this file and what it imports must stay light.
 */
import type { Locale } from '../engine/problem/problem.ts'
import { readCommandLine } from './command-line.ts'
import { guessLocale } from './nearest-project.ts'

/** The texts, made now or at build. */
export interface AnswersAtOnce {
  readonly version: string
  help(locale: Locale): string
}

/** The answer to a command line typed in a folder; undefined where a command has to be run. */
export function answerAtOnce(argv: readonly string[], directory: string, answers: AnswersAtOnce): string | undefined {
  const { words, wantsVersion } = readCommandLine(argv)
  if (wantsVersion) return answers.version
  return words.length === 0 ? answers.help(guessLocale(directory, argv)) : undefined
}
