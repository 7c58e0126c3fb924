/** All questions, in the order they are asked. */
import type { Machine, Question, WithFile, WithProject, WithStore } from './question.ts'
import { audit } from './questions/audit.ts'
import { calendars } from './questions/calendars.ts'
import { clock } from './questions/clock.ts'
import { definitions } from './questions/definitions.ts'
import { driver } from './questions/driver.ts'
import { failingEffects } from './questions/failing-effects.ts'
import { freeRoom } from './questions/free-room.ts'
import { heldWork } from './questions/held-work.ts'
import { incidents } from './questions/incidents.ts'
import { journals } from './questions/journals.ts'
import { logSize } from './questions/log-size.ts'
import { nodeVersion } from './questions/node-version.ts'
import { overdueEffects } from './questions/overdue-effects.ts'
import { overdueTimers } from './questions/overdue-timers.ts'
import { people } from './questions/people.ts'
import { schema } from './questions/schema.ts'
import { soundness } from './questions/soundness.ts'
import { warnings } from './questions/warnings.ts'
import { writable } from './questions/writable.ts'

export const ofMachine: readonly Question<Machine>[] = [nodeVersion, driver]
export const ofProject: readonly Question<WithProject>[] = [warnings, calendars, freeRoom]
export const ofFile: readonly Question<WithFile>[] = [schema, writable, soundness, logSize]
export const ofStore: readonly Question<WithStore>[] = [
  people,
  incidents,
  overdueTimers,
  overdueEffects,
  heldWork,
  failingEffects,
  definitions,
  journals,
  audit,
  clock,
]
