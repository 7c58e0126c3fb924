/** Where problems come from: the catalogue of all codes, and the one way to make a problem of it. */
import { catalog, type ProblemCode } from './catalog/stages.ts'
import type { Blank, Problem, ProblemOptions } from './problem.ts'

export { catalog, type ProblemCode } from './catalog/stages.ts'

type BlankNames<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | BlankNames<Rest> : never

type WithoutBrackets<S extends string> = S extends `${infer Before}[${string}]${infer After}`
  ? `${Before}${WithoutBrackets<After>}`
  : S

type Needed<C extends ProblemCode> = BlankNames<
  WithoutBrackets<(typeof catalog)[C]['sentence']['en'] | (typeof catalog)[C]['hint']['en']>
>

/** The blanks of a code: all outside brackets must be given, except where the code is not known when compiling. */
export type Blanks<C extends ProblemCode> = Readonly<Record<string, Blank | undefined>> &
  (ProblemCode extends C ? unknown : { readonly [name in Needed<C>]: Blank })

/** Makes a problem of a code of the catalogue, with the severity it has there. */
export function problem<C extends ProblemCode>(code: C, blanks: Blanks<C>, options: ProblemOptions = {}): Problem {
  const { place, usedAt, reasons } = options
  return {
    code,
    severity: catalog[code].severity,
    blanks: Object.fromEntries(
      Object.entries<Blank | undefined>(blanks).flatMap(([name, blank]) =>
        blank === undefined ? [] : [[name, blank]],
      ),
    ),
    ...(place && { place }),
    ...(usedAt && { usedAt }),
    ...(reasons && { reasons }),
  }
}
