/**
 * A script: what a rehearsal answers and decides instead of examples and odds. Parsed YAML:
 *
 * ```yaml
 * scenario: The sale is lost in the first stage   # or rehearse: sales-opportunity
 * input: { customer: east-china-telecom }
 * answers:                                        # forms by state; fields not named come from their examples
 *   intent.entry: { contact: Director Lu }
 *   pilot-change/running: [ { pilotAfter: 70 }, { pilotAfter: 81 } ]     # in turn, then from the examples again
 * decisions: { gateReview: [reject, approve] }
 * events: { intent: { event: LOSE, with: { reason: Too dear } } }        # or just the name of the event
 * ```
 *
 * A state is named by its path or the end of it, with `process/` before it where two processes have such a state. The
 * task of a rhythm is its state and the rhythm's name; work beside the flow its owner and its name. Of several names
 * that fit, the longest counts.
 */
import type { Definition } from '../definition/definition.ts'
import type { JsonObject } from '../expression/type.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Answer, Problem } from '../problem/problem.ts'

export interface ScriptedEvent {
  readonly event: string
  readonly with: JsonObject
}

/** Answers and decisions a rehearsal follows instead of chance. */
export interface Script {
  /** The process it is for, where it says so. */
  readonly rehearse?: string
  readonly scenario?: string
  readonly input: JsonObject
  readonly answers: Lines<JsonObject>
  readonly decisions: Lines<'approve' | 'reject'>
  readonly events: Lines<ScriptedEvent>
}

/** By name of a state, what is said there in turn. */
export type Lines<T> = Readonly<Record<string, readonly T[]>>

const KEYS = ['scenario', 'rehearse', 'input', 'answers', 'decisions', 'events']

/** Reads a script from a parsed document; all its faults are told. */
export function readScript(value: unknown): Answer<Script> {
  const problems: Problem[] = []
  const written = recordOf(value)
  if (!written) return { ok: false, problems: [shape('script', KEYS.join(', '))] }
  for (const key of Object.keys(written)) {
    if (!KEYS.includes(key)) problems.push(shape(key, KEYS.join(', '), nearestName(key, KEYS)))
  }
  const text = (key: 'scenario' | 'rehearse') => {
    const given = written[key]
    if (given !== undefined && typeof given !== 'string') problems.push(shape(key, 'TEXT'))
    return typeof given === 'string' ? { [key]: given } : {}
  }
  const input = written.input === undefined ? {} : recordOf(written.input)
  if (!input) problems.push(shape('input', '{ FIELD: VALUE }'))
  const script: Script = {
    ...text('scenario'),
    ...text('rehearse'),
    input: input ?? {},
    answers: readLines(written, 'answers', '{ STATE: { FIELD: VALUE } }', recordOf, problems),
    decisions: readLines(written, 'decisions', '{ STATE: approve | reject }', decisionOf, problems),
    events: readLines(written, 'events', '{ STATE: EVENT }, { STATE: { event, with } }', eventOf, problems),
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: script }
}

function shape(path: string, expected: string, near?: string): Problem {
  return problem('rehearsal/script-shape', { path, expected, near })
}

function readLines<T>(
  written: JsonObject,
  part: string,
  expected: string,
  read: (value: unknown) => T | undefined,
  problems: Problem[],
): Lines<T> {
  const given = written[part] === undefined ? {} : recordOf(written[part])
  if (!given) problems.push(shape(part, expected))
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([state, value]) => {
      const lines = (Array.isArray(value) ? value : [value]).map(read)
      const sound = lines.flatMap((line) => (line === undefined ? [] : [line]))
      if (sound.length < lines.length) problems.push(shape(`${part}.${state}`, expected))
      return [state, sound]
    }),
  )
}

function recordOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
}

function decisionOf(value: unknown): 'approve' | 'reject' | undefined {
  return value === 'approve' || value === 'reject' ? value : undefined
}

function eventOf(value: unknown): ScriptedEvent | undefined {
  if (typeof value === 'string') return { event: value, with: {} }
  const record = recordOf(value)
  const event = record?.event
  const given = record?.with === undefined ? {} : recordOf(record.with)
  return typeof event === 'string' && given ? { event, with: given } : undefined
}

/** What does not fit: another process is rehearsed, or a name means no state of the processes that play. */
export function judgeScript(script: Script, process: string, definitions: readonly Definition[]): readonly Problem[] {
  if (script.rehearse !== undefined && script.rehearse !== process) return [shape('rehearse', process)]
  const names = definitions.flatMap((definition) =>
    [...definition.states.values()].flatMap(({ path, rhythms }) =>
      [path, ...rhythms.map(({ key }) => `${path}.${key}`)].map((name) => `${definition.id}/${name}`),
    ),
  )
  return (['answers', 'decisions', 'events'] as const).flatMap((part) =>
    Object.keys(script[part])
      .filter((state) => !names.some((name) => isNamed(state, name)))
      .map((state) => {
        const near = nearestName(
          state,
          names.map((name) => name.slice(name.lastIndexOf('.') + 1)),
        )
        return problem('rehearsal/script-unknown-state', { part, state, near })
      }),
  )
}

/** Whether a name of a script means a state, given as `process/path`. */
function isNamed(name: string, state: string): boolean {
  const [process = '', path = ''] = state.replace('~', '').split('/')
  const [before, after] = name.includes('/') ? name.split('/') : [process, name]
  return before === process && after !== undefined && after !== '' && `.${path}`.endsWith(`.${after}`)
}

/** Gives the lines of a script one after the other. */
export class Prompter {
  readonly #script: Script | undefined
  readonly #turns = new Map<string, number>()

  constructor(script: Script | undefined) {
    this.#script = script
  }

  answer(process: string, state: string): JsonObject | undefined {
    return this.#next('answers', this.#script?.answers, `${process}/${state}`)
  }

  decision(process: string, state: string): 'approve' | 'reject' | undefined {
    return this.#next('decisions', this.#script?.decisions, `${process}/${state}`)
  }

  event(process: string, state: string): ScriptedEvent | undefined {
    return this.#next('events', this.#script?.events, `${process}/${state}`)
  }

  #next<T>(part: string, lines: Lines<T> | undefined, state: string): T | undefined {
    if (!lines) return undefined
    const [name] = Object.keys(lines)
      .filter((candidate) => isNamed(candidate, state))
      .sort((a, b) => b.length - a.length)
    if (name === undefined) return undefined
    const turn = this.#turns.get(`${part}.${name}`) ?? 0
    this.#turns.set(`${part}.${name}`, turn + 1)
    return lines[name]?.[turn]
  }
}
