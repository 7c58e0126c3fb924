/** How large a box must be for what it says. */
import { textWidth } from './measure-text.ts'
import { sizes } from './palette.ts'
import type { PictureNode, Row } from './picture-node.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

const smallestWidth = 116

/** Room for the small glyph before a row. */
const rowIndent = 18

/** Height of the pill of a mark with the gap above it. */
export const markHeight = 24

/** A box without its children: all of a leaf, the title bar of a container. */
export function headSize(node: PictureNode): Size {
  if (node.kind === 'initial' || node.kind === 'anywhere') return { width: sizes.dot, height: sizes.dot }
  if (node.kind === 'history') return { width: sizes.history, height: sizes.history }
  const title = Math.max(...node.lines.map((line) => textWidth(line, sizes.title) * 1.06)) + sizes.badge + sizes.gap
  const rows = node.rows.map((row) => textWidth(row.text, sizes.row) + rowOffset(row))
  const mark = node.mark ? textWidth(node.mark.text, sizes.row) + 20 : 0
  const width = Math.max(smallestWidth, title, ...rows, mark)
  return {
    width: Math.ceil(width) + 2 * sizes.padding,
    height:
      Math.max(node.lines.length * sizes.titleLine, sizes.badge) +
      (node.rows.length > 0 ? 5 + node.rows.length * sizes.rowLine : 0) +
      (node.mark ? markHeight : 0) +
      2 * sizes.padding,
  }
}

/** How far a row's text begins to the right of the padding. */
export function rowOffset(row: Row): number {
  return row.glyph || row.indented ? rowIndent : 0
}
