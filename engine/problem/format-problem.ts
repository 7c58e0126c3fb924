/** A problem as text for a person: where, what, the lines around it, and what to do. */
import { displayWidth } from './display-width.ts'
import { hintOf, sentenceOf } from './fill-blanks.ts'
import type { Locale, Place, Problem } from './problem.ts'

/** The texts of the files that problems point into, by file name. */
export type Sources = ReadonlyMap<string, string>

const words = {
  usedAt: { en: 'used at', zh: '使用于' },
  hint: { en: 'hint:', zh: '提示：' },
} as const

/**
 * `FILE:LINE:COL code sentence`, then the lines of the document, the use of the template at fault, the hint, and the
 * reasons indented. Without `sources` the lines are left out. No trailing line break, no colour.
 */
export function formatProblem(problem: Problem, locale: Locale, sources: Sources = new Map()): string {
  const { place, usedAt, reasons = [] } = problem
  const hint = hintOf(problem, locale)
  return [
    [...(place ? [formatPlace(place)] : []), problem.code, sentenceOf(problem, locale)].join(' '),
    ...(place ? codeFrame(place, sources) : []),
    ...(usedAt ? [`  ${words.usedAt[locale]} ${formatPlace(usedAt)}`] : []),
    ...(hint === '' ? [] : [`  ${words.hint[locale]}${locale === 'zh' ? '' : ' '}${hint}`]),
    ...reasons.map((reason) => indent(formatProblem(reason, locale, sources))),
  ].join('\n')
}

/** `FILE:LINE:COL`, as editors and terminals link it. */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}

/** The line before, the line, and a marker under the fault. */
function codeFrame(place: Place, sources: Sources): string[] {
  const lines = sources
    .get(place.file)
    ?.replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
  const line = lines?.[place.line - 1]
  if (lines === undefined || line === undefined) return []
  const gutter = String(place.line).length
  const before = place.line > 1 ? [frameLine(place.line - 1, lines[place.line - 2] ?? '', gutter)] : []
  return [...before, frameLine(place.line, line, gutter), `  ${' '.repeat(gutter)} | ${marker(place, line)}`]
}

function frameLine(number: number, text: string, gutter: number): string {
  return `  ${String(number).padStart(gutter)} | ${text}`.trimEnd()
}

/** Blanks as wide as what stands before the fault, with its tabs, then `^` under all of it. */
function marker({ column, endColumn = column + 1 }: Place, line: string): string {
  const before = line.slice(0, column - 1).replace(/[^\t]+/g, (stretch) => ' '.repeat(displayWidth(stretch)))
  return before + '^'.repeat(Math.max(1, displayWidth(line.slice(column - 1, endColumn - 1))))
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}
