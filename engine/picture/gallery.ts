/** Alike boxes in a grid: columns of one width, rows of one height. */
import { headSize, type Size } from './box-size.ts'
import type { PictureNode } from './picture-node.ts'
import type { Placed, PlacedNode, Point } from './placed.ts'

const gap = 14

/** Room between the title bar and the first line. */
const under = 8

interface Grid {
  readonly columns: number
  readonly cell: Size
}

function gridOf(nodes: readonly PictureNode[]): Grid {
  const cells = nodes.map(headSize)
  const cell = {
    width: Math.max(...cells.map(({ width }) => width)),
    height: Math.max(...cells.map(({ height }) => height)),
  }
  return { columns: columnsFor(nodes.length), cell }
}

/** About as many columns as lines, a few more where that fills the last line. */
function columnsFor(count: number): number {
  const square = Math.ceil(Math.sqrt(count))
  for (let columns = square; columns <= square * 1.5; columns += 1) if (count % columns === 0) return columns
  return square
}

/** The size of a container with a gallery in it. */
export function gallerySize(node: PictureNode): Size {
  const head = headSize(node)
  const { columns, cell } = gridOf(node.children)
  const lines = Math.ceil(node.children.length / columns)
  return {
    width: Math.max(head.width, columns * (cell.width + gap) + gap),
    height: head.height + under + lines * (cell.height + gap),
  }
}

/** The boxes of a gallery, in text order, line by line, in a container placed at `origin`. */
export function placeGallery(node: PictureNode, origin: Point): readonly PlacedNode[] {
  return placeCells(node.children, { x: origin.x + gap, y: origin.y + headSize(node).height + under })
}

/** Boxes in a grid of their own. */
export function placeGrid(nodes: readonly PictureNode[]): Placed {
  const { columns, cell } = gridOf(nodes)
  const lines = Math.ceil(nodes.length / columns)
  return {
    width: columns * (cell.width + gap) - gap,
    height: lines * (cell.height + gap) - gap,
    nodes: placeCells(nodes, { x: 0, y: 0 }),
    edges: [],
  }
}

function placeCells(nodes: readonly PictureNode[], origin: Point): readonly PlacedNode[] {
  const { columns, cell } = gridOf(nodes)
  return nodes.map((child, index) => ({
    node: child,
    x: origin.x + (index % columns) * (cell.width + gap),
    y: origin.y + Math.floor(index / columns) * (cell.height + gap),
    ...cell,
    children: [],
  }))
}
