import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { drawDefinition } from '../../engine/picture/draw-definition.ts'
import { renderPng } from '../../engine/picture/render-png.ts'
import { sale } from './sample-definitions.ts'

/** Width and height of a PNG, and its rows without filters undone: what is equal there is equal as a picture. */
function readPng(bytes: Uint8Array): { readonly width: number; readonly height: number; readonly rows: Buffer } {
  const file = Buffer.from(bytes)
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length))
  }
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20), rows: inflateSync(Buffer.concat(parts)) }
}

const sign = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" font-family="sans-serif"><text y="16" font-size="16">${text}</text></svg>`

describe('a PNG', () => {
  it('is the SVG at twice its size, the same bytes each time', async () => {
    const svg = await drawDefinition(sale(), { locale: 'zh' })
    const [, width = '', height = ''] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
    const png = await renderPng(svg)
    expect(readPng(png)).toMatchObject({ width: Math.ceil(2 * Number(width)), height: Math.ceil(2 * Number(height)) })
    expect(Buffer.from(await renderPng(svg)).equals(png)).toBe(true)
  })

  it('has Chinese letters, each its own, whatever fonts there are', async () => {
    const texts = ['', '意', '向', '签', 'Ab', 'é']
    const pictures = await Promise.all(
      texts.map(async (text) => readPng(await renderPng(sign(text))).rows.toString('base64')),
    )
    expect(new Set(pictures).size).toBe(texts.length)
  })
})
