/** The label of an arrow, also where one arrow stands for those of all members of a group. */
import type { Transition } from '../definition/definition.ts'
import { describeTransition, describeTrigger } from './describe-transition.ts'
import { pictureWord } from './picture-words.ts'
import { counterpart, type Scene, stateAt } from './scene.ts'

/** In the pattern of a group what differs between the members is left out: the guard, then the trigger. */
export function arrowLabel(scene: Scene, transition: Transition): string {
  const { definition, locale } = scene
  const twins = twinsOf(scene, transition)
  const isForeign = twins.some((twin) => twin.guard?.text !== transition.guard?.text)
  const describe = [describeTransition, describeTrigger].find((words) => {
    const said = words(transition, definition, locale)
    // An event's condition that no words were found for, other in each member, only says which member it is for.
    if (isForeign && transition.trigger.kind === 'event' && said.endsWith('[…]')) return false
    return twins.every((twin) => words(twin, definition, locale) === said)
  })
  return describe?.(transition, definition, locale) ?? pictureWord('dueVaries', locale)
}

/** The same transition of the other members; empty outside a pattern. */
export function twinsOf({ definition, pattern }: Scene, transition: Transition): readonly Transition[] {
  if (!pattern) return []
  const position = stateAt(definition, transition.source).transitions.indexOf(transition)
  return pattern.members.flatMap((member) => {
    const twin = definition.states.get(counterpart(transition.source, pattern.example, member))
    return twin?.transitions[position] ?? []
  })
}
