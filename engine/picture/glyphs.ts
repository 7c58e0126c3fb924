/** Signs for kinds of states, as paths in a square of 16 by 16 with its middle at the origin. */
import type { BoxKind, RowGlyph } from './picture-node.ts'
import { element, rounded } from './svg-element.ts'

type GlyphName = BoxKind | RowGlyph

interface Glyph {
  readonly path: string
  readonly filled: boolean
}

const person = 'M0,-1.2 A2.9,2.9 0 1 1 0.01,-1.2 Z M-5.4,6.4 C-5.4,2.2 -3,0.6 0,0.6 C3,0.6 5.4,2.2 5.4,6.4 Z'
const nested = 'M-6,-6 H3 V3 H-6 Z M-3,3 V6 H6 V-3 H3'
const hourglass =
  'M-4,-6 H4 M-4,6 H4 M-3.2,-6 C-3.2,-2 -0.8,-1 -0.8,0 C-0.8,1 -3.2,2 -3.2,6 M3.2,-6 C3.2,-2 0.8,-1 0.8,0 C0.8,1 3.2,2 3.2,6'
const checks = 'M-7,0.5 L-4,3.8 L1.4,-3.4 M0.2,2.2 L1.6,3.8 L7,-3.4'
const stages = 'M-6,-5 H6 V5 H-6 Z M-6,-1.8 H6'

const glyphs: Readonly<Record<GlyphName, Glyph>> = {
  task: { path: person, filled: true },
  approval: { path: checks, filled: false },
  action: { path: gear(), filled: true },
  children: { path: nested, filled: false },
  wait: { path: hourglass, filled: false },
  compound: { path: stages, filled: false },
  parallel: { path: 'M-6,-5.5 H6 M-6,5.5 H6 M-3,-3 V3 M3,-3 V3', filled: false },
  folded: { path: 'M-5.5,-4 H5.5 M-5.5,0 H5.5 M-5.5,4 H1.5', filled: false },
  final: { path: 'M0,-3.2 A3.2,3.2 0 1 1 -0.01,-3.2 Z', filled: true },
  history: { path: '', filled: false },
  initial: { path: '', filled: false },
  anywhere: { path: '', filled: false },
  opens: { path: 'M-6,0 H5 M1,-4 L5.4,0 L1,4', filled: false },
  active: { path: 'M-4,-5.4 L5.6,0 L-4,5.4 Z', filled: true },
}

/** A sign with its middle at a place, in a colour, at a scale of its 16 pixels. */
export function drawGlyph(name: GlyphName, x: number, y: number, colour: string, scale: number): string {
  const { path, filled } = glyphs[name]
  if (path === '') return ''
  return element('path', {
    d: path,
    transform: `translate(${rounded(x)} ${rounded(y)}) scale(${scale})`,
    fill: filled ? colour : 'none',
    'fill-rule': filled ? 'evenodd' : undefined,
    stroke: filled ? undefined : colour,
    'stroke-width': filled ? undefined : 1.7,
    'stroke-linecap': filled ? undefined : 'round',
    'stroke-linejoin': filled ? undefined : 'round',
  })
}

/** Eight teeth around a hole. */
function gear(): string {
  const corners: string[] = []
  for (let tooth = 0; tooth < 8; tooth += 1) {
    for (const [offset, radius] of [
      [-0.3, 4.6],
      [-0.2, 6.8],
      [0.2, 6.8],
      [0.3, 4.6],
    ] as const) {
      const angle = ((tooth + offset) * Math.PI) / 4
      corners.push(`${rounded(radius * Math.cos(angle))},${rounded(radius * Math.sin(angle))}`)
    }
  }
  return `M${corners.join(' L')} Z M2.1,0 A2.1,2.1 0 1 0 -2.1,0 A2.1,2.1 0 1 0 2.1,0 Z`
}
