/** What the machine did is judged before it counts: who may, and what had to hold. XState chooses, this refuses. */
import type { Transition } from '../definition/definition.ts'
import { problem } from '../problem/catalog.ts'
import type { Problem } from '../problem/problem.ts'
import type { Draft } from './draft.ts'
import { judgeRequirements } from './judge-requirements.ts'

/** Reasons against the transitions taken since a mark of the tape, and against entering the states they lead to. */
export function judgeMoves(draft: Draft, from: number): readonly Problem[] {
  const { turn } = draft
  const reasons: Problem[] = []
  for (let at = from; at < turn.tape.length; at += 1) {
    const mark = turn.tape[at]
    if (mark?.kind === 'take') reasons.push(...judgeTransition(draft, mark.transition))
    else if (mark?.kind === 'enter' && mark.state.requires.length > 0)
      reasons.push(...judgeRequirements(turn, mark.state.requires, mark.state.path, draft.start))
  }
  return reasons
}

function judgeTransition(draft: Draft, transition: Transition): readonly Problem[] {
  const { trigger, requires, source } = transition
  const refused = trigger.kind === 'event' ? judgeRoles(draft, transition, trigger.event) : []
  return requires.length === 0 ? refused : [...refused, ...judgeRequirements(draft.turn, requires, source, draft.start)]
}

/** Processes always may; people by role, and without `by` only processes. */
function judgeRoles(draft: Draft, transition: Transition, event: string): readonly Problem[] {
  const { actor } = draft.event
  if (actor.via === 'process') return []
  const roles = transition.by ?? draft.turn.definition.events[event]?.by ?? []
  if (roles.some((role) => actor.roles.includes(role))) return []
  if (roles.length === 0) return [problem('step/processes-only', { event })]
  return [problem('step/not-your-role', { person: actor.id, event, roles })]
}
