/**
 * Performs one action: its input was typed when the definition was read; its answer is judged here. Whatever a plugin
 * does (throws anything, answers anything, never answers) comes out as an outcome; nothing of it is thrown on.
 */
import { checkFields } from '../expression/check-value.ts'
import { normaliseFields } from '../expression/normalise-fields.ts'
import type { Json, JsonObject } from '../expression/type.ts'
import { canonicalJson } from '../journal/canonical-json.ts'
import type { Action, ActionContext } from '../plugin/action.ts'
import type { Failed } from './work-parts.ts'

export type ActionOutcome =
  | { readonly kind: 'answered'; readonly result: Json }
  | { readonly kind: 'failed'; readonly retry: boolean; readonly error: Failed }
  /** Its answer is not wanted any more: the state was left, another performs it, or the host is closing. */
  | { readonly kind: 'abandoned' }

/** The reason of a signal that fires because the action took too long (ms). */
export class TooSlow {
  readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }
}

/** An answer is at most so many bytes of canonical JSON, as on every host. */
const MAX_BYTES = 64 * 1024
/** What is kept of a plugin's own words. */
const LONGEST_MESSAGE = 1000

/** What an action answered, or why it did not: a missing action and a wrong answer are not tried again. */
export async function performAction(
  action: Action | undefined,
  name: string,
  context: ActionContext,
): Promise<ActionOutcome> {
  if (!action) return failure('no-such-action', `No plugin offers ${name}.`, false)
  if (context.signal.aborted) return { kind: 'abandoned' }
  return Promise.race([fired(context.signal, name), answered(action, name, context)])
}

/** Settles when the signal fires: an action that does not listen is not waited for. */
function fired(signal: AbortSignal, name: string): Promise<ActionOutcome> {
  return new Promise((resolve) => {
    const hear = () => {
      const reason: unknown = signal.reason
      if (!(reason instanceof TooSlow)) return resolve({ kind: 'abandoned' })
      const seconds = Math.ceil(reason.limit / 1000)
      resolve(failure('too-slow', `${name} did not answer within ${seconds} s.`, true))
    }
    signal.addEventListener('abort', hear, { once: true })
  })
}

async function answered(action: Action, name: string, context: ActionContext): Promise<ActionOutcome> {
  let answer: unknown
  try {
    answer = await action.perform(context)
  } catch (thrown) {
    return failure('action-failed', wordsOf(thrown, name), true)
  }
  try {
    return judgeAnswer(answer, action, name)
  } catch {
    // It refers to itself, or reading it throws.
    return wrongAnswer(name)
  }
}

function judgeAnswer(answer: unknown, action: Action, name: string): ActionOutcome {
  if (checkFields(answer, action.output.fields).length > 0) return wrongAnswer(name)
  const startOfDay = (date: string) => `${date}T00:00:00.000Z`
  const result = normaliseFields(answer as JsonObject, action.output.fields, startOfDay)
  const size = Buffer.byteLength(canonicalJson(result))
  if (size <= MAX_BYTES) return { kind: 'answered', result }
  return failure('answer-too-large', `${name} answered with ${size} bytes; at most ${MAX_BYTES} are taken.`, false)
}

function wrongAnswer(name: string): ActionOutcome {
  return failure('wrong-answer', `${name} answered with something else than it declares.`, false)
}

/** What a plugin threw, as words; it may be anything, and reading it may throw. */
function wordsOf(thrown: unknown, name: string): string {
  try {
    const words = String(thrown instanceof Error ? thrown.message : (thrown ?? '')).trim()
    if (words !== '') return words.length > LONGEST_MESSAGE ? `${words.slice(0, LONGEST_MESSAGE)}…` : words
  } catch {
    // It says nothing that could be read.
  }
  return `${name} failed and did not say why.`
}

function failure(code: string, message: string, retry: boolean): ActionOutcome {
  return { kind: 'failed', retry, error: { code, message } }
}
