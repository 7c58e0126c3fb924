/** Columns that stay straight with Chinese text. */
import Table from 'cli-table3'
import type { Paint } from './style.ts'

const none = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
}

/** Rows under their headings, without borders; columns empty in all rows are left out. Ends with a line break. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const used = headings.map((_, column) => rows.some((row) => (row[column] ?? '') !== ''))
  const pick = (cells: readonly string[]): string[] => used.flatMap((isUsed, at) => (isUsed ? [cells[at] ?? ''] : []))
  return lines([pick(headings).map((heading) => paint('dim', heading)), ...rows.map(pick)])
}

/** Rows alone, in straight columns. */
export function lines(rows: readonly (readonly string[])[], indent = ''): string {
  const grid = new Table({
    chars: none,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  })
  grid.push(...rows.map((row) => [...row]))
  return grid
    .toString()
    .split('\n')
    .map((line) => `${indent}${line}`.trimEnd())
    .concat('')
    .join('\n')
}
