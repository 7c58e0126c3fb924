/** How a command is given up: problems and the exit code they mean. Thrown in commands, caught in `run.ts` only. */
import type { JsonObject } from '../engine/expression/type.ts'
import { problem } from '../engine/problem/catalog.ts'
import { isEngineError } from '../engine/problem/engine-error.ts'
import type { Answer, Problem } from '../engine/problem/problem.ts'

/** Documented in docs/cli.md. */
export const exitCodes = { done: 0, refused: 1, usage: 2, fault: 3 } as const

/** One of the documented exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What a command found or did: the documented JSON, and the same for people. */
export interface Output {
  readonly json: JsonObject
  /** Ends with a line break unless it is empty. */
  readonly text: string
}

/** What is told besides the problems: an answer there is nevertheless, and a line after them for people. */
export interface Beside {
  readonly answer?: Output
  readonly note?: string
}

/** What a command failed with. */
export class Failure extends Error {
  readonly problems: readonly Problem[]
  readonly exit: ExitCode
  readonly beside: Beside

  constructor(problems: readonly Problem[], exit: ExitCode, beside: Beside = {}) {
    super(problems.map(({ code }) => code).join(', '))
    this.problems = problems
    this.exit = exit
    this.beside = beside
  }
}

/** The request was understood and is refused. */
export function refuse(...problems: readonly Problem[]): never {
  throw new Failure(problems, exitCodes.refused)
}

/** The command line is at fault. */
export function misuse(...problems: readonly Problem[]): never {
  throw new Failure(problems, exitCodes.usage)
}

/** The value of an answer; a refusal gives the command up. */
export function take<T>(answer: Answer<T>): T {
  return answer.ok ? answer.value : refuse(...answer.problems)
}

/** Whatever was thrown, as a failure: no stack trace ever reaches a user. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  if (isEngineError(thrown)) return new Failure([thrown.problem], exitCodes.fault)
  const [detail = ''] = (thrown instanceof Error ? `${thrown.name} ${thrown.message}` : String(thrown)).split('\n')
  return new Failure([problem('cli/engine-fault', { detail })], exitCodes.fault)
}
