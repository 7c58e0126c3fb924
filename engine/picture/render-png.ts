/**
 * An SVG of ours as PNG. The rasteriser is WebAssembly and the font comes with it, so that the picture has its Chinese
 * texts on a machine without any font, and the same bytes everywhere. Both are optional and loaded only here.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { problem } from '../problem/catalog.ts'
import { EngineError } from '../problem/engine-error.ts'

type Rasteriser = typeof import('@resvg/resvg-wasm')

const family = 'Noto Sans SC'

/** The weights of the picture, for Chinese and for Latin letters. */
const fontFiles = ['chinese-simplified', 'latin', 'latin-ext'].flatMap((script) =>
  [400, 700].map((weight) => `@fontsource/noto-sans-sc/files/noto-sans-sc-${script}-${weight}-normal.woff2`),
)

/** Pixels of the PNG for one of the SVG: sharp on today's screens and on paper. */
const scale = 2

/** WebAssembly is made ready once a process. */
let ready: Promise<Rasteriser> | undefined

/** The PNG's bytes. Throws an `EngineError` `picture/no-rasteriser` where the optional packages are not installed. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  ready ??= loadRasteriser()
  const { Resvg } = await ready
  const fontBuffers = installed(() => fontFiles.map(readInstalled))
  const font = { fontBuffers, defaultFontFamily: family, sansSerifFamily: family }
  const picture = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font })
  const image = picture.render()
  const bytes = image.asPng()
  image.free()
  picture.free()
  return bytes
}

async function loadRasteriser(): Promise<Rasteriser> {
  let rasteriser: Rasteriser
  try {
    rasteriser = await import('@resvg/resvg-wasm')
  } catch (cause) {
    throw new EngineError(problem('picture/no-rasteriser', {}), { cause })
  }
  await rasteriser.initWasm(installed(() => readInstalled('@resvg/resvg-wasm/index_bg.wasm')))
  return rasteriser
}

/** A file of a package, wherever that is installed. */
function readInstalled(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(path)))
}

function installed<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new EngineError(problem('picture/no-rasteriser', {}), { cause })
  }
}
