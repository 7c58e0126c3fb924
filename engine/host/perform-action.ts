/** Performs one action: its input was typed when the definition was read; its answer is judged here. */
import { checkFields } from '../expression/check-value.ts'
import { normaliseFields } from '../expression/normalise-fields.ts'
import type { Json, JsonObject } from '../expression/type.ts'
import type { Action, ActionContext } from '../plugin/action.ts'

export type ActionOutcome =
  | { readonly ok: true; readonly result: Json }
  | { readonly ok: false; readonly retry: boolean; readonly error: { readonly code: string; readonly message: string } }

/** What an action answered, or why it did not: a missing action and a wrong answer are not tried again. */
export async function performAction(
  action: Action | undefined,
  name: string,
  context: ActionContext,
): Promise<ActionOutcome> {
  if (!action) return failure('no-such-action', `No plugin offers ${name}.`, false)
  try {
    const result = await action.perform(context)
    const faults = checkFields(result, action.output.fields)
    if (faults.length > 0)
      return failure('wrong-answer', `${name} answered with something else than it declares.`, false)
    return {
      ok: true,
      result: normaliseFields(result as JsonObject, action.output.fields, (date) => `${date}T00:00:00.000Z`),
    }
  } catch (error) {
    return failure('action-failed', error instanceof Error ? error.message : String(error), true)
  }
}

function failure(code: string, message: string, retry: boolean): ActionOutcome {
  return { ok: false, retry, error: { code, message } }
}
