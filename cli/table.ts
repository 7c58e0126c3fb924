/** Columns that stay straight with Chinese text. */
import { displayWidth } from '../engine/problem/display-width.ts'
import { type Paint, withoutColour } from './style.ts'

const gap = '  '

/** Rows under their headings, without borders; columns empty in all rows are left out. Ends with a line break. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const used = headings.map((_, column) => rows.some((row) => (row[column] ?? '') !== ''))
  const pick = (cells: readonly string[]): string[] => used.flatMap((isUsed, at) => (isUsed ? [cells[at] ?? ''] : []))
  return lines([pick(headings).map((heading) => paint('dim', heading)), ...rows.map(pick)])
}

/** Rows alone, in straight columns; a cell of several lines makes its row as high. */
export function lines(rows: readonly (readonly string[])[], indent = ''): string {
  const grid = rows.map((row) => row.map((cell) => cell.split('\n')))
  const columns = Math.max(0, ...rows.map(({ length }) => length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...grid.flatMap((row) => (row[column] ?? []).map(widthOf))),
  )
  const lineOf = (row: readonly (readonly string[])[], at: number) =>
    widths.map((width, column) => padded(row[column]?.[at] ?? '', width)).join(gap)
  return grid
    .flatMap((row) =>
      Array.from({ length: Math.max(1, ...row.map(({ length }) => length)) }, (_, at) => lineOf(row, at)),
    )
    .map((line) => `${indent}${line}`.trimEnd())
    .concat('')
    .join('\n')
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - widthOf(text))
}

function widthOf(text: string): number {
  return displayWidth(withoutColour(text))
}
