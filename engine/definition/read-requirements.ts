/** `requires:` lists (`language.md` 3): what must hold, and the sentence that says so when it does not. */
import { nothing } from '../expression/fits.ts'
import type { Requirement } from './definition.ts'
import { child, type Node } from './node.ts'
import { readEach } from './read-each.ts'
import { readPhrase } from './read-phrase.ts'
import { BOOLEAN, itemsOf, type Reading, readExpression, type Standing } from './reading.ts'

export function readRequirements(reading: Reading, standing: Standing, node: Node | undefined): readonly Requirement[] {
  return itemsOf(node).flatMap((item) => readRequirement(reading, standing, item) ?? [])
}

function readRequirement(reading: Reading, standing: Standing, node: Node): Requirement | undefined {
  const every = readEach(reading, standing, child(node, 'every'))
  // A template's list may be empty: there is nothing that could fail.
  if (every?.item === nothing) return undefined
  const inner: Standing = every
    ? { ...standing, variables: { ...standing.variables, [every.variable]: every.item } }
    : standing
  const that = child(node, 'that')
  const otherwise = child(node, 'else')
  const when = child(node, 'when')
  const whenExpression = when && readExpression(reading, standing, when, { expected: BOOLEAN })
  const thatExpression = that && readExpression(reading, inner, that, { expected: BOOLEAN })
  if (!thatExpression || !otherwise || (when && !whenExpression)) return undefined
  return {
    that: thatExpression,
    otherwise: readPhrase(reading, inner, 'else', otherwise),
    place: node.place,
    ...(whenExpression ? { when: whenExpression } : {}),
    ...(every ? { every: { variable: every.variable, list: every.list } } : {}),
  }
}
