/**
 * How wide a text will be and where its lines break, without a font at hand: Chinese characters are an em, Latin ones
 * by class. On the wide side, so that a text fits in whatever system font shows it.
 */
import stringWidth from 'string-width'

/** Widths of Latin characters in em; what is in no class is 0.58. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[iljtfrI.,:;'|!()[\] ]/, 0.36],
  [/[mwMW@%…–—]/, 0.92],
  [/[A-Z&≤≥≠=+]/, 0.7],
]

const known = new Map<string, number>()

function characterWidth(character: string): number {
  const remembered = known.get(character)
  if (remembered !== undefined) return remembered
  const columns = stringWidth(character)
  const latin = classes.find(([pattern]) => pattern.test(character))?.[1] ?? 0.58
  const width = columns === 0 ? 0 : columns > 1 || isFullWidth(character) ? 1.02 : latin
  known.set(character, width)
  return width
}

/** Quotation marks and dashes that Chinese fonts draw an em wide though they count as narrow. */
function isFullWidth(character: string): boolean {
  return /[“”‘’×·]/.test(character)
}

/** Width in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return Math.ceil(width * fontSize)
}

/** Lines of at most `maxWidth` pixels: Latin breaks between words, Chinese between characters but not before a mark. */
export function breakLines(text: string, fontSize: number, maxWidth: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), fontSize) > maxWidth) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line === '' ? piece.trimStart() : piece
    while (textWidth(line.trimEnd(), fontSize) > maxWidth) {
      const kept = fitting(line, fontSize, maxWidth)
      lines.push(kept)
      line = line.slice(kept.length)
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

/** What must stay together: a Latin word with the blanks after it, a Chinese character with the marks after it. */
function pieces(text: string): readonly string[] {
  const wide = '[\\u2e80-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff]'
  const closing = '[、。，．：；！？）》」』】”’…%]'
  return text.match(new RegExp(`[（《「『【“‘]*${wide}${closing}*|(?:(?!${wide})\\S)+\\s*|\\s+`, 'gu')) ?? []
}

/** The longest beginning that fits, at least one character. */
function fitting(text: string, fontSize: number, maxWidth: number): string {
  let kept = ''
  for (const character of text) {
    if (kept !== '' && textWidth(kept + character, fontSize) > maxWidth) break
    kept += character
  }
  return kept
}
