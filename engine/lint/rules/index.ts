import type { Rule } from '../rule.ts'
import { bypassedStep } from './bypassed-step.ts'
import { dueOutsideHours } from './due-outside-hours.ts'
import { endingNotTaken } from './ending-not-taken.ts'
import { endingStays } from './ending-stays.ts'
import { endlessAlways } from './endless-always.ts'
import { eventInTwoRegions } from './event-in-two-regions.ts'
import { eventNeverTaken } from './event-never-taken.ts'
import { eventNobodySends } from './event-nobody-sends.ts'
import { eventNotHeard } from './event-not-heard.ts'
import { figure } from './figure.ts'
import { guardNeverHolds } from './guard-never-holds.ts'
import { guardReadsAssigned } from './guard-reads-assigned.ts'
import { guardsOverlap } from './guards-overlap.ts'
import { historyNeverLeft } from './history-never-left.ts'
import { idleKey } from './idle-key.ts'
import { missingText } from './missing-text.ts'
import { moveNeverTaken } from './move-never-taken.ts'
import { neverFilled } from './never-filled.ts'
import { neverRead } from './never-read.ts'
import { neverSent } from './never-sent.ts'
import { neverUsed } from './never-used.ts'
import { noAnswer } from './no-answer.ts'
import { noCalendar } from './no-calendar.ts'
import { noConsequence } from './no-consequence.ts'
import { noDeadline } from './no-deadline.ts'
import { noExample } from './no-example.ts'
import { noWayOut } from './no-way-out.ts'
import { notByNobody } from './not-by-nobody.ts'
import { pluginNotNamed } from './plugin-not-named.ts'
import { pluginVersion } from './plugin-version.ts'
import { requiresNobody } from './requires-nobody.ts'
import { roleHeldByNobody } from './role-held-by-nobody.ts'
import { sentData } from './sent-data.ts'
import { sharedName } from './shared-name.ts'
import { sureBranch } from './sure-branch.ts'
import { unknownPlugin } from './unknown-plugin.ts'
import { unknownRole } from './unknown-role.ts'
import { unreachableState } from './unreachable-state.ts'
import { vetoWithoutSeat } from './veto-without-seat.ts'
import { waitsText } from './waits-text.ts'

/** All rules, in reading order: where the flow leads, who does the work and when, what is said. */
export const rules: readonly Rule[] = [
  unreachableState,
  noWayOut,
  endlessAlways,
  moveNeverTaken,
  guardNeverHolds,
  guardsOverlap,
  guardReadsAssigned,
  sureBranch,
  endingNotTaken,
  endingStays,
  historyNeverLeft,
  eventInTwoRegions,
  bypassedStep,
  sharedName,
  idleKey,
  eventNobodySends,
  eventNeverTaken,
  eventNotHeard,
  sentData,
  requiresNobody,
  noDeadline,
  noConsequence,
  noCalendar,
  dueOutsideHours,
  unknownRole,
  roleHeldByNobody,
  vetoWithoutSeat,
  notByNobody,
  unknownPlugin,
  pluginVersion,
  pluginNotNamed,
  neverUsed,
  neverRead,
  neverFilled,
  figure,
  missingText,
  waitsText,
  noExample,
  noAnswer,
  neverSent,
]
