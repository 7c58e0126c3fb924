/** What is drawn, before anyone knows where: boxes in boxes, and arrows between them. */
import type { StateKind } from '../definition/definition.ts'
import type { Mark } from './scene.ts'

export type BoxKind = StateKind | 'initial' | 'anywhere' | 'folded'

export interface PictureNode {
  /** Unique in the picture; a state's is its path. */
  readonly id: string
  readonly kind: BoxKind
  readonly title: string
  /** The title broken into lines; none for dots and history circles. */
  readonly lines: readonly string[]
  /** What stands under the title: role and due, rhythms, what opens it. */
  readonly rows: readonly Row[]
  readonly children: readonly PictureNode[]
  /** Whether the children are a gallery: alike, without arrows, set out in a grid. */
  readonly gallery: boolean
  /** A region of a parallel state. */
  readonly region: boolean
  readonly active: Activity
  readonly mark?: Mark
}

/**
 * Whether a state is active. What is inside a folded state may be active but only waiting (`quiet`), or still where it
 * begins, which is `no`: in a parallel state something is active in every region all the time.
 */
export type Activity = 'no' | 'quiet' | 'yes'

export interface Row {
  readonly glyph?: RowGlyph
  readonly text: string
  /** Goes on under a row that has a glyph. */
  readonly indented?: boolean
}

export type RowGlyph = 'task' | 'approval' | 'action' | 'children' | 'wait' | 'opens' | 'active'

export interface PictureEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly lines: readonly string[]
}

export interface PictureGraph {
  readonly nodes: readonly PictureNode[]
  readonly edges: readonly PictureEdge[]
}
