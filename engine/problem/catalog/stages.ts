/** The whole catalogue, put together from the tables of the stages. */
import { calendarCodes } from './calendar.ts'
import { cliCodes } from './cli.ts'
import { definitionCodes } from './definition.ts'
import { doctorCodes } from './doctor.ts'
import { expressionCodes } from './expression.ts'
import { hostCodes } from './host.ts'
import { journalCodes } from './journal.ts'
import { lintCodes } from './lint.ts'
import { peopleCodes } from './people.ts'
import { pictureCodes } from './picture.ts'
import { readingCodes } from './reading.ts'
import { rehearsalCodes } from './rehearsal.ts'
import { stepCodes } from './step.ts'
import { storeCodes } from './store.ts'

/** Every problem there is, by its code. */
export const catalog = {
  ...definitionCodes,
  ...readingCodes,
  ...expressionCodes,
  ...calendarCodes,
  ...lintCodes,
  ...stepCodes,
  ...journalCodes,
  ...hostCodes,
  ...peopleCodes,
  ...storeCodes,
  ...cliCodes,
  ...rehearsalCodes,
  ...doctorCodes,
  ...pictureCodes,
} as const

/** The code of a problem, e.g. `definition/unknown-key`. */
export type ProblemCode = keyof typeof catalog
