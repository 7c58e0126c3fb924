/** A box with its title, rows and what is inside it. */
import { headSize, markHeight, rowOffset } from './box-size.ts'
import { drawGlyph } from './glyphs.ts'
import { textWidth } from './measure-text.ts'
import { kindColours, palette, sizes } from './palette.ts'
import type { BoxKind, PictureNode, Row } from './picture-node.ts'
import type { PlacedNode } from './placed.ts'
import { type Attributes, element, escapeXml } from './svg-element.ts'

/** Containers without their titles: the ground that arrows are drawn on. `depth` counts the containers around it. */
export function renderGround(placed: PlacedNode, depth: number): string {
  if (placed.children.length === 0) return ''
  return container(placed, depth) + placed.children.map((child) => renderGround(child, depth + 1)).join('')
}

/** What is drawn over arrows: the boxes of leaves, and titles and rows of all. */
export function renderNode(placed: PlacedNode): string {
  const { node } = placed
  if (node.kind === 'initial') return dot(placed, palette.ink, palette.ink)
  if (node.kind === 'anywhere') return anywhere(placed)
  if (node.kind === 'history') return history(placed)
  const rows = node.rows.map((row, index) => rowText(placed, row, index))
  const box = placed.children.length > 0 ? '' : leaf(placed)
  const inner = placed.children.map(renderNode)
  const classes = ['state', node.kind, ...(node.active === 'no' ? [] : ['active'])].join(' ')
  const title = element('title', {}, escapeXml([node.title, ...node.rows.map(({ text }) => text)].join(' · ')))
  const attributes = { class: classes, 'data-state': node.id }
  return element('g', attributes, title, box, badge(placed), ...titleLines(placed), ...rows, mark(placed), ...inner)
}

function leaf(placed: PlacedNode): string {
  const { node, x, y, width, height } = placed
  if (node.kind === 'final') return doubleFrame(placed)
  const box = { x, y, width, height, rx: 10, ...outline(node) }
  const stack = node.kind === 'folded' ? element('rect', { ...box, x: x + 4, y: y + 4, fill: palette.box }) : ''
  return stack + element('rect', { ...box, fill: groundOf(node) })
}

function container(placed: PlacedNode, depth: number): string {
  const { node, x, y, width, height } = placed
  const fill = palette.containers[depth % palette.containers.length] ?? palette.panel
  const dashes = node.region ? '6 5' : undefined
  const box = { x, y, width, height, rx: 12, ...outline(node), fill, 'stroke-dasharray': dashes }
  return element('rect', box) + (node.active === 'no' ? '' : titleBar(placed))
}

const grounds = { no: palette.box, quiet: palette.accentTint, yes: palette.accentFill } as const

function groundOf({ active }: PictureNode): string {
  return grounds[active]
}

function outline({ active }: PictureNode): Attributes {
  return { stroke: active === 'no' ? palette.border : palette.accent, 'stroke-width': active === 'yes' ? 2 : 1.2 }
}

/** The title bar of an active container, with the rounded corners of its box. */
function titleBar({ node, x, y, width }: PlacedNode): string {
  const bottom = y + headSize(node).height - 4
  const [left, right] = [x + 1, x + width - 1]
  const d = `M${left},${bottom} V${y + 12} Q${left},${y + 1} ${left + 11},${y + 1} H${right - 11} Q${right},${y + 1} ${right},${y + 12} V${bottom} Z`
  return element('path', { d, fill: palette.accentTint })
}

function doubleFrame({ node, x, y, width, height }: PlacedNode): string {
  const fill = groundOf(node)
  const line = node.active === 'no' ? palette.ink : palette.accent
  const outer = element('rect', { x, y, width, height, rx: height / 2, fill, stroke: line, 'stroke-width': 1.3 })
  const inner = { x: x + 3.5, y: y + 3.5, width: width - 7, height: height - 7, rx: (height - 7) / 2 }
  return outer + element('rect', { ...inner, fill: 'none', stroke: line, 'stroke-width': 1.3 })
}

function badge({ node, x, y }: PlacedNode): string {
  const radius = sizes.badge / 2
  const [cx, cy] = [x + sizes.padding + radius, y + sizes.padding + radius]
  return (
    element('circle', { cx, cy, r: radius, fill: badgeColour(node.kind) }) +
    drawGlyph(node.kind, cx, cy, '#ffffff', 0.82)
  )
}

/** The colour of the badge of a kind of box. */
export function badgeColour(kind: BoxKind): string {
  return kind === 'folded' || kind === 'initial' || kind === 'anywhere' ? kindColours.compound : kindColours[kind]
}

function titleLines(placed: PlacedNode): readonly string[] {
  const { node, x, y } = placed
  const left = x + sizes.padding + sizes.badge + sizes.gap
  const text = { x: left, fill: palette.ink, 'font-size': sizes.title, 'font-weight': 600, ...halo(placed) }
  return node.lines.map((line, index) =>
    element('text', { ...text, y: y + sizes.padding + 16 + index * sizes.titleLine }, escapeXml(line)),
  )
}

/** Arrows may cross the title bar of a container, but not its words. */
function halo({ node, children }: PlacedNode): Attributes {
  if (children.length === 0) return {}
  return {
    stroke: node.active === 'no' ? palette.containers[0] : palette.accentTint,
    'stroke-width': 5,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  }
}

function rowText(placed: PlacedNode, row: Row, index: number): string {
  const { node, x, y } = placed
  const top = y + sizes.padding + Math.max(node.lines.length * sizes.titleLine, sizes.badge) + 5 + index * sizes.rowLine
  const colour = row.glyph === 'active' ? palette.accent : palette.muted
  const text = {
    x: x + sizes.padding + rowOffset(row),
    y: top + 12.5,
    fill: colour,
    'font-size': sizes.row,
    ...halo(placed),
    'font-weight': row.glyph === 'active' ? 600 : undefined,
  }
  const sign = row.glyph ? drawGlyph(row.glyph, x + sizes.padding + 6, top + 8, colour, 0.72) : ''
  return sign + element('text', text, escapeXml(row.text))
}

function mark({ node, x, y }: PlacedNode): string {
  if (!node.mark) return ''
  const warning = node.mark.tone === 'warning'
  const top = y + headSize(node).height - sizes.padding - markHeight + 6
  const width = textWidth(node.mark.text, sizes.row) + 16
  const pill = {
    x: x + sizes.padding,
    y: top,
    width,
    height: 18,
    rx: 9,
    fill: warning ? palette.warningFill : palette.accentTint,
  }
  const text = {
    x: x + sizes.padding + 8,
    y: top + 13,
    'font-size': sizes.row,
    fill: warning ? palette.warning : palette.accent,
  }
  return element('rect', pill) + element('text', text, escapeXml(node.mark.text))
}

function dot({ x, y, width }: PlacedNode, fill: string, stroke: string): string {
  return element('circle', { cx: x + width / 2, cy: y + width / 2, r: width / 2 - 1, fill, stroke })
}

/** A ring of dashes: from whatever state inside. */
function anywhere(placed: PlacedNode): string {
  const { x, y, width } = placed
  const ring = { cx: x + width / 2, cy: y + width / 2, r: width / 2 - 1 }
  return element('circle', {
    ...ring,
    fill: palette.box,
    stroke: palette.line,
    'stroke-width': 1.6,
    'stroke-dasharray': '3 2.4',
  })
}

function history(placed: PlacedNode): string {
  const { node, x, y, width } = placed
  const text = {
    x: x + width / 2,
    y: y + width / 2 + 5,
    'text-anchor': 'middle',
    'font-size': 13,
    'font-weight': 600,
    fill: palette.ink,
  }
  return element(
    'g',
    { class: 'state history', 'data-state': node.id },
    dot(placed, palette.box, palette.line),
    element('text', text, escapeXml(node.lines[0] ?? '')),
  )
}
