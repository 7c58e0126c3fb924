/** The small file that the command begins with; `bin/bundle.mjs` puts the texts in. */
import type { Locale } from '../engine/problem/problem.ts'
import { answerAtOnce as answer } from './answer-at-once.ts'

declare const PREPARED: { readonly version: string; readonly help: Readonly<Record<Locale, string>> }

/** As `answerAtOnce`, with the texts prepared at build. */
export function answerAtOnce(argv: readonly string[], directory: string): string | undefined {
  return answer(argv, directory, { version: PREPARED.version, help: (locale) => PREPARED.help[locale] })
}
