/** The whole sheet as SVG text: title, panels, legend. */
import type { Locale } from '../problem/problem.ts'
import { drawLegend } from './legend.ts'
import { breakLines } from './measure-text.ts'
import { fontFamily, palette, sizes } from './palette.ts'
import { type Panel, panelInset, type SetPanel, setPanels } from './panel.ts'
import { pictureWord } from './picture-words.ts'
import { renderEdge, renderLabel } from './render-edge.ts'
import { renderGround, renderNode } from './render-node.ts'
import { element, escapeXml, rounded } from './svg-element.ts'

interface Heading {
  readonly title: string
  /** The line under the title. */
  readonly details: string
  readonly locale: Locale
}

const narrowest = 640
const titleSize = 24

/** Gives one `<svg>` element that needs nothing from outside: no fonts, no scripts, no style sheets. */
export function renderSvg(heading: Heading, panels: readonly Panel[]): string {
  const sheet = setPanels(panels, narrowest)
  const title = breakLines(heading.title, titleSize, sheet.width)
  const top = sizes.margin + title.length * 32 + 32
  const nodes = panels.flatMap(({ placed }) => placed.nodes.map(({ node }) => node))
  const legend = drawLegend(nodes, heading.locale, sheet.width)
  const width = sheet.width + 2 * sizes.margin
  const height = top + sheet.height + sizes.gutter + legend.height + sizes.margin
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    width,
    height,
  }
  const access = { role: 'img', 'aria-label': heading.title, lang: heading.locale, 'font-family': fontFamily }
  return `${element(
    'svg',
    { ...frame, ...access },
    element('title', {}, escapeXml(heading.title)),
    element('desc', {}, escapeXml(`${pictureWord('picture', heading.locale)} · ${heading.details}`)),
    element('defs', {}, arrowHead()),
    element('rect', { width, height, fill: palette.canvas }),
    ...renderHeading(heading, title),
    moved(sizes.margin, top, ...sheet.panels.map(renderPanel)),
    moved(sizes.margin, top + sheet.height + sizes.gutter, legend.svg),
  )}\n`
}

function renderHeading({ details }: Heading, title: readonly string[]): readonly string[] {
  const x = sizes.margin
  const text = { x, fill: palette.ink, 'font-size': titleSize, 'font-weight': 700 }
  const lines = title.map((line, index) =>
    element('text', { ...text, y: sizes.margin + 22 + index * 32 }, escapeXml(line)),
  )
  const under = { x, y: sizes.margin + 16 + title.length * 32, fill: palette.muted, 'font-size': 13 }
  return [...lines, element('text', under, escapeXml(details))]
}

function renderPanel(panel: SetPanel): string {
  const { placed, titleLines, x, y, width, height } = panel
  const inset = panelInset(panel)
  const ground =
    titleLines.length === 0
      ? ''
      : element('rect', { x: 0, y: 0, width, height, rx: 14, fill: palette.panel, stroke: palette.border })
  const text = { x: inset.x, fill: palette.ink, 'font-size': 15, 'font-weight': 600 }
  const title = titleLines.map((line, index) => element('text', { ...text, y: 28 + index * 22 }, escapeXml(line)))
  const content = [
    ...placed.nodes.map((node) => renderGround(node, 0)),
    ...placed.edges.map(renderEdge),
    ...placed.nodes.map(renderNode),
    ...placed.edges.map(renderLabel),
  ]
  return moved(x, y, ground, ...title, moved(inset.x, inset.y, ...content))
}

function moved(x: number, y: number, ...content: readonly string[]): string {
  return element('g', { transform: `translate(${rounded(x)} ${rounded(y)})` }, ...content)
}

function arrowHead(): string {
  const box = {
    id: 'arrow',
    viewBox: '0 0 10 10',
    refX: 9,
    refY: 5,
    markerWidth: 7,
    markerHeight: 7,
    orient: 'auto',
  }
  return element('marker', box, element('path', { d: 'M0,0.6 L9.6,5 L0,9.4 L2.4,5 Z', fill: palette.line }))
}
