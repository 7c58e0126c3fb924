/**
 * An instance between its steps: what its expressions and phrases give now. For whoever explains, shows or foretells;
 * nothing moves. The one place outside the step that reads through its draft.
 */
import type { Definition, Phrase } from '../definition/definition.ts'
import type { Expression } from '../expression/expression.ts'
import type { Json } from '../expression/type.ts'
import type { Said } from '../problem/said.ts'
import { draftOf, type RunningProcess } from './draft.ts'
import type { InstanceRecord } from './record.ts'

type Variables = Readonly<Record<string, unknown>>

export interface Situation {
  readonly process: RunningProcess
  readonly definition: Definition
  readonly record: InstanceRecord
  /** Paths of the active states, the root included. */
  readonly active: ReadonlySet<string>
  /** Never before the last step. */
  readonly now: number
  /** The value of an expression written in a state. Throws `ExpressionFailure`. */
  evaluate(expression: Pick<Expression, 'evaluate'>, path: string, variables?: Variables): Json | undefined
  /** A phrase of a state; an argument that is absent is an ellipsis. */
  say(phrase: Phrase, path: string, variables?: Variables): Said
}

/** The situation of an instance at a moment. */
export function situationOf(process: RunningProcess, record: InstanceRecord, now: number): Situation {
  const actor = { id: 'picket', roles: [], via: 'engine', proved: true } as const
  const event = { kind: 'control', operation: 'resume', at: now, actor } as const
  const { turn, at, start } = draftOf(process, record, event)
  return {
    process,
    definition: process.machine.definition,
    record,
    active: start.active,
    now: at,
    evaluate: (expression, path, variables) => turn.evaluate(expression, path, start, variables),
    say: (phrase, path, variables) => turn.say(phrase, path, start, variables),
  }
}
