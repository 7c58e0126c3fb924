/**
 * Every document in `documents/` and every one that is made here is judged, and what is told of it stands in the file
 * of its name that ends in `.problems`: `line:column code sentence`, a line for each. `UPDATE_GOLDEN=1` rewrites these files.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalog, type ProblemCode } from '../../../engine/problem/catalog.ts'
import { hostileDocuments } from './hostile-documents.ts'
import { judgeDocument } from './judge-document.ts'
import { notToldByReading } from './not-told-by-reading.ts'

const folder = join(import.meta.dirname, 'documents')
const files = readdirSync(folder)
const written = files
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name.slice(0, -'.yaml'.length), () => readFileSync(join(folder, name))] as const)
const documents = [...written, ...Object.entries(hostileDocuments)]
const update = process.env.UPDATE_GOLDEN === '1'

const told = new Set<string>()

describe('what is told of a document', () => {
  it.each(documents)('%s', (name, content) => {
    const file = join(folder, `${name}.problems`)
    const judged = judgeDocument(name, content())
    if (update) writeFileSync(file, judged.told)
    for (const { code } of judged.problems) told.add(code)
    expect(judged.told).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '')
  })
})

describe('the suite', () => {
  it('has no expectation without its document', () => {
    const names = new Set(documents.map(([name]) => `${name}.problems`))
    const orphans = files.filter((name) => name.endsWith('.problems') && !names.has(name))
    if (update) for (const name of orphans) rmSync(join(folder, name))
    expect(update ? [] : orphans).toEqual([])
  })

  it('tells every problem that reading can find, or says why not', () => {
    const codes = (Object.keys(catalog) as ProblemCode[]).filter((code) =>
      /^(definition|expression|calendar|lint)\//.test(code),
    )
    const untold = codes.filter((code) => !told.has(code) && !(code in notToldByReading))
    expect(untold).toEqual([])
    expect(
      Object.keys(notToldByReading).filter((code) => told.has(code) || !codes.includes(code as ProblemCode)),
    ).toEqual([])
  })

  it('holds a hundred documents and more', () => expect(documents.length).toBeGreaterThan(100))
})
