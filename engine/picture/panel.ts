/** A part of the picture with a title of its own, and how the parts are set out on one sheet. */

import { breakLines, textWidth } from './measure-text.ts'
import { sizes } from './palette.ts'
import type { Placed, Point } from './placed.ts'
import { misfit } from './shape-of-sheet.ts'

export interface Panel {
  readonly title?: string
  readonly placed: Placed
}

export interface SetPanel extends Panel, Point {
  readonly titleLines: readonly string[]
  readonly width: number
  readonly height: number
}

const titleSize = 15
const titleLine = 22

type SizedPanel = Omit<SetPanel, 'x' | 'y'>

interface Sheet {
  readonly panels: readonly SetPanel[]
  readonly width: number
  readonly height: number
}

/** Sets panels on a sheet whose width is at least that of the widest, and is chosen for its shape. */
export function setPanels(panels: readonly Panel[], atLeast: number): Sheet {
  const sized = panels.map(sizePanel)
  const widest = Math.max(atLeast, ...sized.map((panel) => panel.width))
  const running = sized.map((_, index) => rowWidth(sized.slice(0, index + 1)))
  const sheets = [widest, ...running.filter((width) => width > widest)].map((width) => setWithin(sized, width))
  return sheets.reduce((best, sheet) => (misfit(sheet) < misfit(best) ? sheet : best))
}

function rowWidth(panels: readonly { readonly width: number }[]): number {
  return panels.reduce((sum, { width }) => sum + width + sizes.gutter, -sizes.gutter)
}

/** One after another, each as high up and as far left as there is room. */
function setWithin(sized: readonly SizedPanel[], width: number): Sheet {
  const set: SetPanel[] = []
  for (const panel of sized) {
    const lefts = [0, ...set.map((other) => other.x + other.width + sizes.gutter)].filter(
      (x) => x + panel.width <= width,
    )
    const places = lefts.map((x) => ({ x, y: lowestUnder(set, x, panel.width) }))
    const [best = { x: 0, y: 0 }] = places.sort((one, two) => one.y - two.y || one.x - two.x)
    set.push({ ...panel, ...best })
  }
  return { panels: set, width, height: Math.max(...set.map((panel) => panel.y + panel.height)) }
}

/** Where a panel may begin below all that is above it. */
function lowestUnder(set: readonly SetPanel[], x: number, width: number): number {
  const above = set.filter((other) => other.x < x + width + sizes.gutter && x < other.x + other.width + sizes.gutter)
  return Math.max(0, ...above.map((other) => other.y + other.height + sizes.gutter))
}

/** How far the content of a panel is from its top left. */
export function panelInset({ titleLines }: Pick<SetPanel, 'titleLines'>): Point {
  return titleLines.length === 0 ? { x: 0, y: 0 } : { x: 18, y: 22 + titleLines.length * titleLine }
}

function sizePanel(panel: Panel): SizedPanel {
  const { placed, title } = panel
  if (title === undefined) return { ...panel, titleLines: [], width: placed.width, height: placed.height }
  const room = Math.max(placed.width, 320)
  const titleLines = breakLines(title, titleSize, room)
  const inset = panelInset({ titleLines })
  const titleWidth = Math.max(...titleLines.map((line) => textWidth(line, titleSize)))
  const width = Math.max(placed.width, titleWidth) + 2 * inset.x
  return { ...panel, titleLines, width, height: placed.height + inset.y + 18 }
}
