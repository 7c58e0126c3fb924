/** Files are named for what they hold, and stay small enough to read. */
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSources } from './import-graph.ts'

const sources = readSources()
const paths = sources.map(({ path }) => path)
/** Names that say nothing: what has no home is a concept without a name. */
const empty = 'utils util helpers helper common misc shared core lib base manager service types constants'.split(' ')
/** The public doors, and the one list of rules. */
const doors = /^(engine\/index|engine\/plugin\/index|engine\/lint\/rules\/index|plugins\/[a-z-]+\/index)\.ts$/
/** A habit, and where it ends. */
const budget = 250
const limit = 400

describe('names', () => {
  test('are looked at', () => {
    expect(paths.length).toBeGreaterThan(200)
  })

  test('are kebab-case', () => {
    const wrong = paths.filter((path) => path.split('/').some((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.ts)?$/.test(part)))
    expect(wrong).toEqual([])
  })

  test('say something', () => {
    const wrong = paths.filter((path) => path.split('/').some((part) => empty.includes(part.replace(/\.ts$/, ''))))
    expect(wrong).toEqual([])
  })

  test('are index only at the doors', () => {
    expect(paths.filter((path) => basename(path) === 'index.ts' && !doors.test(path))).toEqual([])
  })
})

describe('sizes', () => {
  test(`no file has more than ${limit} lines`, () => {
    expect(sources.filter(({ lines }) => lines > limit).map(({ path, lines }) => `${path} ${lines}`)).toEqual([])
  })

  test(`few files have more than ${budget}`, async ({ annotate }) => {
    const long = sources.filter(({ lines }) => lines > budget).map(({ path, lines }) => `${path} ${lines}`)
    if (long.length > 0) await annotate(`over ${budget} lines: ${long.join(', ')}`)
    expect(long.length / sources.length).toBeLessThan(0.05)
  })
})
