import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generate } from '../../../engine/definition/schema/compile-validators.mjs'

const folder = new URL('../../../engine/definition/schema/', import.meta.url)

describe('what is generated from the schema is the schema of today', async () => {
  const files = Object.entries(await generate())
  it.each(files)('%s (else run `npm run validators`)', (name, content) => {
    expect(readFileSync(new URL(`generated/${name}`, folder), 'utf8') === content).toBe(true)
  })
})

/** Every subschema, with the path to it. */
function* schemas(part: unknown, path: string): Generator<[string, Record<string, unknown>]> {
  if (typeof part !== 'object' || part === null) return
  if (!Array.isArray(part) && ('type' in part || '$ref' in part)) yield [path, part as Record<string, unknown>]
  for (const [key, value] of Object.entries(part)) yield* schemas(value, `${path}/${key}`)
}

describe('the schema', () => {
  const schema: unknown = JSON.parse(readFileSync(new URL('language.schema.json', folder), 'utf8'))
  const maps = [...schemas(schema, '')].filter(([path, { type }]) => path !== '' && type === 'object')

  it('leaves no key open but the arguments of a template', () => {
    const open = maps.filter(([, map]) => !('if' in map) && (map.additionalProperties ?? true) === true)
    expect(open.map(([path]) => path)).toEqual(['/$defs/useState/properties/with'])
  })

  it('describes every key, for editors', () => {
    const defs = (schema as { $defs: Record<string, { description?: string }> }).$defs
    const bare = maps.flatMap(([path, map]) =>
      Object.entries((map.properties ?? {}) as Record<string, { description?: string; $ref?: string }>)
        .filter(([, { description, $ref }]) => !(description ?? defs[$ref?.split('/').at(-1) ?? '']?.description))
        .map(([key]) => `${path}/${key}`),
    )
    expect(bare).toEqual([])
  })
})
