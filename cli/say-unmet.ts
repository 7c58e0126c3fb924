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
      return page.say('unmet.any', { what: sayAlternatives(unmet, standing, page) })
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

/** Each alternative with all it lacks. */
function sayAlternatives({ of }: Extract<Unmet, { kind: 'any' }>, standing: Standing, page: Page): string {
  const said = of.map((all) => all.map((part) => sayUnmet(part, standing, page)).join(page.say('unmet.and')))
  return said.join(page.say('unmet.or'))
}

/** A condition on what is handed in: `Verdict is equal to Adopt`. */
export function sayWhen(when: Unmet, standing: Standing, page: Page): string {
  if (when.kind === 'comparison') {
    return page.say('unmet.when', { left: nameOf(when.left, page), right: wantedOf(when, page) ?? when.right.text })
  }
  if (when.kind !== 'plain') return sayCondition(when, standing, page)
  return page.say('unmet.when', { left: nameOf(when.operand, page), right: page.value(when.must, { kind: 'boolean' }) })
}

const operators = ['==', '!=', '<', '<=', '>', '>=', 'in'] as const

/** The value that is there, and what it must be: the side that is written as a value is the one it is held against. */
function sayComparison(unmet: Extract<Unmet, { kind: 'comparison' }>, page: Page): string {
  const { left, operator, right } = unmet
  const wanted = wantedOf(unmet, page)
  const names = { left: nameOf(left, page), operator, right: nameOf(right, page) }
  if (wanted === undefined) return page.say('unmet.holds', names)
  if (left.value === undefined) return page.say('unmet.must', { left: names.left, right: wanted })
  return page.say('unmet.is', { left: names.left, value: page.value(left.value, left.type), right: wanted })
}

/** `at least 80`; undefined where there is no value to be held against. */
function wantedOf({ operator, right }: Extract<Unmet, { kind: 'comparison' }>, page: Page): string | undefined {
  const known = operators.find((each) => each === operator)
  if (known === undefined || right.value === undefined) return undefined
  return page.say(`unmet.${known}`, { value: page.value(right.value, right.type) })
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
