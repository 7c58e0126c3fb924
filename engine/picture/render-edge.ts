/** An arrow: a line with rounded corners, a head, and a label on it. */
import { palette, sizes } from './palette.ts'
import type { PlacedEdge, Point } from './placed.ts'
import { element, escapeXml, rounded } from './svg-element.ts'

const cornerRadius = 8

/** The line; labels are drawn later, on top of all lines. */
export function renderEdge({ edge, points }: PlacedEdge): string {
  const line = {
    d: roundedPath(points),
    fill: 'none',
    stroke: palette.line,
    'stroke-width': 1.5,
    'marker-end': 'url(#arrow)',
  }
  return element('path', { class: 'transition', 'data-from': edge.source, 'data-to': edge.target, ...line })
}

/** The label on a ground that hides the line under it. */
export function renderLabel({ edge, label }: PlacedEdge): string {
  if (!label) return ''
  const { x, y, width, height } = label
  const ground = element('rect', { x, y, width, height, rx: 5, fill: palette.canvas, 'fill-opacity': 0.92 })
  const text = { x: x + width / 2, 'text-anchor': 'middle', fill: palette.ink, 'font-size': sizes.label }
  const lines = edge.lines.map((line, index) =>
    element('text', { ...text, y: y + 14 + index * sizes.labelLine }, escapeXml(line)),
  )
  return element('g', { class: 'label' }, ground, ...lines)
}

function roundedPath(points: readonly Point[]): string {
  const parts = points.map((point, index) => {
    const before = points[index - 1]
    const after = points[index + 1]
    if (!before) return `M${at(point)}`
    if (!after) return `L${at(point)}`
    return `L${at(towards(point, before))} Q${at(point)} ${at(towards(point, after))}`
  })
  return parts.join(' ')
}

/** A point on the way from a corner, not beyond the middle. */
function towards(corner: Point, end: Point): Point {
  const length = Math.hypot(end.x - corner.x, end.y - corner.y)
  const share = length === 0 ? 0 : Math.min(cornerRadius, length / 2) / length
  return { x: corner.x + (end.x - corner.x) * share, y: corner.y + (end.y - corner.y) * share }
}

function at({ x, y }: Point): string {
  return `${rounded(x)},${rounded(y)}`
}
