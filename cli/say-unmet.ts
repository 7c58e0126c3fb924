/** Conditions that do not hold, in words with the present values. */
import type { Operand, Unmet } from '../engine/waiting/finding.ts'
import type { Page } from './page.ts'
import { type Standing, withPlace } from './state-titles.ts'

/** So many names are said before it is only told how many more there are. */
const FEW = 4

/** One condition, and where what it reads comes from. */
export function sayUnmet(unmet: Unmet, standing: Standing, page: Page): string {
  const condition = sayCondition(unmet, standing, page)
  if (unmet.kind === 'requirement' || unmet.kind === 'any' || unmet.writers.length === 0) return condition
  const states = placed(unmet.writers, standing, page)
  return `${condition}${page.aside(page.say('unmet.writers', { states }))}`
}

function sayCondition(unmet: Unmet, standing: Standing, page: Page): string {
  switch (unmet.kind) {
    case 'requirement':
      return page.said(unmet.said)
    case 'any':
      return page.say('unmet.any', { what: page.list(unmet.of.map((part) => sayUnmet(part, standing, page))) })
    case 'presence':
      return page.say(unmet.must ? 'unmet.present' : 'unmet.absent', { what: nameOf(unmet.operand, page) })
    case 'plain':
      return page.say(unmet.must ? 'unmet.true' : 'unmet.false', { what: nameOf(unmet.operand, page) })
    case 'states': {
      const states = placed(unmet.states, standing, page)
      if (unmet.tag === undefined) return page.say(unmet.must ? 'unmet.states' : 'unmet.statesNot', { states })
      return page.say(unmet.must ? 'unmet.tagged' : 'unmet.taggedNot', { states, tag: unmet.tag })
    }
    case 'comparison':
      return sayComparison(unmet, page)
  }
}

const operators = ['==', '!=', '<', '<=', '>', '>=', 'in'] as const

/** The value that is there, and what it must be: the side that is written as a value is the one it is held against. */
function sayComparison({ left, operator, right }: Extract<Unmet, { kind: 'comparison' }>, page: Page): string {
  const known = operators.find((each) => each === operator)
  const names = { left: nameOf(left, page), operator, right: nameOf(right, page) }
  if (known === undefined || right.value === undefined) return page.say('unmet.holds', names)
  const wanted = page.say(`unmet.${known}`, { value: page.value(right.value, right.type) })
  if (left.value === undefined) return page.say('unmet.must', { left: names.left, right: wanted })
  return page.say('unmet.is', { left: names.left, value: page.value(left.value, left.type), right: wanted })
}

function nameOf({ title, text }: Operand, page: Page): string {
  return title === undefined ? text : page.text(title)
}

/** Titles of states with their places, the first few. */
export function placed(
  states: readonly { readonly state: string; readonly title: Unmet['writers'][number]['title'] }[],
  standing: Standing,
  page: Page,
): string {
  return few([...new Set(states.map(({ state, title }) => withPlace(standing, state, page.said(title), page)))], page)
}

/** The first few of many names. */
export function few(names: readonly string[], page: Page): string {
  if (names.length <= FEW + 1) return page.list(names)
  return `${page.list(names.slice(0, FEW))} ${page.say('show.more', { count: names.length - FEW })}`
}
