/** The legend: only of what the picture shows. */

import type { Locale } from '../problem/problem.ts'
import { drawGlyph } from './glyphs.ts'
import { textWidth } from './measure-text.ts'
import { palette, sizes } from './palette.ts'
import type { BoxKind, PictureNode } from './picture-node.ts'
import { pictureWord } from './picture-words.ts'
import { badgeColour } from './render-node.ts'
import { element, escapeXml } from './svg-element.ts'

const order = [
  'task',
  'approval',
  'action',
  'children',
  'wait',
  'compound',
  'parallel',
  'folded',
  'initial',
  'final',
  'history',
  'anywhere',
] as const

const lineHeight = 30

interface Legend {
  readonly svg: string
  readonly height: number
}

/** A line of signs and words at most `width` wide, broken where needed, from the origin down. */
export function drawLegend(nodes: readonly PictureNode[], locale: Locale, width: number): Legend {
  const all = nodes.flatMap(withInner)
  const kinds: (BoxKind | 'active')[] = order.filter((kind) => all.some((node) => node.kind === kind))
  if (all.some(({ active }) => active !== 'no')) kinds.push('active')
  const parts: string[] = []
  let [x, y] = [0, 0]
  for (const kind of kinds) {
    const word = pictureWord(kind, locale)
    const room = 28 + textWidth(word, sizes.row) + 22
    if (x > 0 && x + room > width) [x, y] = [0, y + lineHeight]
    parts.push(
      sign(kind, x + 11, y + 13),
      element('text', { x: x + 28, y: y + 17, fill: palette.muted, 'font-size': sizes.row }, escapeXml(word)),
    )
    x += room
  }
  return { svg: element('g', { class: 'legend' }, ...parts), height: y + lineHeight }
}

function withInner(node: PictureNode): readonly PictureNode[] {
  return [node, ...node.children.flatMap(withInner)]
}

function sign(kind: BoxKind | 'active', cx: number, cy: number): string {
  const ring = (attributes: Readonly<Record<string, string | number>>) =>
    element('circle', { cx, cy, r: 8, ...attributes })
  if (kind === 'initial') return ring({ r: 7, fill: palette.ink })
  if (kind === 'anywhere')
    return ring({ r: 7, fill: palette.box, stroke: palette.line, 'stroke-width': 1.6, 'stroke-dasharray': '3 2.4' })
  if (kind === 'active')
    return element('rect', {
      x: cx - 10,
      y: cy - 8,
      width: 20,
      height: 16,
      rx: 4,
      fill: palette.accentFill,
      stroke: palette.accent,
      'stroke-width': 2,
    })
  if (kind === 'history') {
    const text = { x: cx, y: cy + 4.5, 'text-anchor': 'middle', 'font-size': 12, 'font-weight': 600, fill: palette.ink }
    return ring({ r: 10, fill: palette.box, stroke: palette.line }) + element('text', text, 'H')
  }
  if (kind === 'final')
    return (
      ring({ r: 10, fill: palette.box, stroke: palette.ink, 'stroke-width': 1.3 }) + ring({ r: 6.5, fill: palette.ink })
    )
  return ring({ r: 11, fill: badgeColour(kind) }) + drawGlyph(kind, cx, cy, '#ffffff', 0.82)
}
