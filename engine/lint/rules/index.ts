import type { Rule } from '../rule.ts'
import { endingNotTaken } from './ending-not-taken.ts'
import { endingStays } from './ending-stays.ts'
import { endlessAlways } from './endless-always.ts'
import { eventNeverTaken } from './event-never-taken.ts'
import { eventNobodySends } from './event-nobody-sends.ts'
import { missingText } from './missing-text.ts'
import { noCalendar } from './no-calendar.ts'
import { noConsequence } from './no-consequence.ts'
import { noDeadline } from './no-deadline.ts'
import { noWayOut } from './no-way-out.ts'
import { requiresNobody } from './requires-nobody.ts'
import { roleHeldByNobody } from './role-held-by-nobody.ts'
import { sureBranch } from './sure-branch.ts'
import { unknownRole } from './unknown-role.ts'
import { unreachableState } from './unreachable-state.ts'
import { waitsText } from './waits-text.ts'

/** All rules, in reading order: where the flow leads, what ends work, who and when, what people read. */
export const rules: readonly Rule[] = [
  unreachableState,
  noWayOut,
  endlessAlways,
  endingNotTaken,
  sureBranch,
  endingStays,
  eventNobodySends,
  eventNeverTaken,
  requiresNobody,
  noDeadline,
  noConsequence,
  noCalendar,
  unknownRole,
  roleHeldByNobody,
  missingText,
  waitsText,
]
