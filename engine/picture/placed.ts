/** Boxes and arrows with their places, in pixels from the top left of their panel. */
import type { PictureEdge, PictureNode } from './picture-node.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rectangle extends Point {
  readonly width: number
  readonly height: number
}

export interface PlacedNode extends Rectangle {
  readonly node: PictureNode
  readonly children: readonly PlacedNode[]
}

export interface PlacedEdge {
  readonly edge: PictureEdge
  /** Corners of the line from source to target; the arrow head is at the last. */
  readonly points: readonly Point[]
  readonly label?: Rectangle
}

export interface Placed {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}
