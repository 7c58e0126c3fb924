/** What a user fills in: fields from a file or the standard input, and `--set` over them. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Field, Json, JsonObject, Type } from '../engine/expression/type.ts'
import { problem } from '../engine/problem/catalog.ts'
import { misuse, refuse } from './failure.ts'
import { detailOf } from './file-fault.ts'
import type { Session } from './session.ts'

/** The flags that fields come from. */
export interface FieldFlags {
  readonly set?: readonly string[] | undefined
  readonly input?: string | undefined
}

/** All that was filled in. Values of `--set` are read by the declared types; the host judges what comes of it. */
export async function readFields(session: Session, flags: FieldFlags, fields: readonly Field[]): Promise<JsonObject> {
  const given = flags.input === undefined ? {} : await readFile(session, flags.input)
  const type: Type = { kind: 'record', name: '', fields }
  return (flags.set ?? []).reduce<JsonObject>((filled, text) => {
    const [, path, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    if (path === undefined || value === undefined) return misuse(problem('cli/bad-set', { text }))
    return withValue(filled, path.split('.'), value, type) as JsonObject
  }, given)
}

async function readFile(session: Session, name: string): Promise<JsonObject> {
  const file = name === '-' ? 'standard input' : name
  const text = name === '-' ? await session.readInput() : readText(session, name)
  const value = await parseFields(file, text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject
  return refuse(problem('cli/input-not-fields', { file }))
}

/** JSON as it is, for it may hold more than our YAML; everything else is read as YAML, so its faults have places. */
async function parseFields(file: string, text: string): Promise<unknown> {
  if (text.trimStart().startsWith('{')) {
    try {
      return JSON.parse(text)
    } catch {
      // A flow map of YAML, or a slip that is told better with its place.
    }
  }
  const [{ parseYaml }, { toPlain }] = await Promise.all([
    import('../engine/definition/parse-yaml.ts'),
    import('../engine/definition/node.ts'),
  ])
  const { documents, problems } = parseYaml(file, text)
  if (problems.length > 0) refuse(...problems)
  return documents[0] === undefined || documents.length > 1 ? undefined : toPlain(documents[0])
}

/** The text of a file named on the command line. */
function readText(session: Session, file: string): string {
  try {
    return readFileSync(resolve(session.directory, file), 'utf8')
  } catch (thrown) {
    return refuse(problem('cli/no-file', { file, detail: detailOf(thrown) }))
  }
}

/** `whole` with one value set; what the path reaches through is made where it is not there. */
function withValue(whole: Json | undefined, path: readonly string[], text: string, type: Type | undefined): Json {
  const [key, ...rest] = path
  if (key === undefined) return readValue(text, type)
  if (type?.kind === 'list' && /^\d+$/.test(key)) {
    const items: readonly Json[] = Array.isArray(whole) ? whole : []
    const at = Math.min(Number(key), items.length)
    return [...items.slice(0, at), withValue(items[at], rest, text, type.item), ...items.slice(at + 1)]
  }
  const fields = typeof whole === 'object' && whole !== null && !Array.isArray(whole) ? whole : {}
  const inner = type?.kind === 'record' ? type.fields.find(({ name }) => name === key)?.type : undefined
  const present = Object.hasOwn(fields, key) ? (fields as JsonObject)[key] : undefined
  return Object.fromEntries([...Object.entries(fields), [key, withValue(present, rest, text, inner)]])
}

/** A value typed by its declaration; where it does not fit, the text itself, which the host then refuses by name. */
function readValue(text: string, type: Type | undefined): Json {
  switch (type?.kind) {
    case undefined:
    case 'record':
      return fromJson(text) ?? text
    case 'list': {
      const { item } = type
      const list = text.trimStart().startsWith('[') ? fromJson(text) : undefined
      if (list !== undefined) return list
      return text === '' ? [] : text.split(',').map((part) => readValue(part.trim(), item))
    }
    case 'number':
    case 'integer':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : text
    default:
      return text
  }
}

function fromJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
