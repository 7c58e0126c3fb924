/** Requirements as they stand before anybody has handed in or sent anything: what blocks anyway, and what on some answers only. */
import type { Requirement } from '../definition/definition.ts'
import type { Json } from '../expression/type.ts'
import { type Asking, dependsOnInput, describe, findUnmet, joined, valueNow } from './find-unmet.ts'
import type { Limit, Unmet } from './finding.ts'

export interface Judged {
  readonly unmet: readonly Unmet[]
  readonly limits: readonly Limit[]
}

/** What does not hold of requirements written in a state. */
export function judgeNow(asking: Asking, requirements: readonly Requirement[]): Judged {
  const unmet: Unmet[] = []
  const limits: Limit[] = []
  for (const requirement of requirements) {
    const { when } = requirement
    if (dependsOnInput(requirement.that) || dependsOnInput(requirement.every?.list)) continue
    const isOpen = dependsOnInput(when)
    if (when && !isOpen && valueNow(asking, when) !== true) continue
    const found = judge(asking, requirement)
    if (!isOpen) unmet.push(...found)
    else if (when && found.length > 0) limits.push({ when: describe(asking, when), unmet: found })
  }
  return { unmet, limits }
}

function judge(asking: Asking, { that, otherwise, every }: Requirement): readonly Unmet[] {
  const list = every && valueNow(asking, every.list)
  const items: readonly Json[] = every ? (Array.isArray(list) ? list : []) : [null]
  return items.flatMap((item): Unmet[] => {
    const variables = every ? { [every.variable]: item } : {}
    const here = { ...asking, variables }
    if (valueNow(here, that) === true) return []
    const said = asking.scene.situation.say(otherwise, asking.path, variables)
    return [{ kind: 'requirement', said, ...joined(findUnmet(here, that)) }]
  })
}
