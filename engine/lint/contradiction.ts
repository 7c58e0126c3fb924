/** Whether conditions can be shown never to hold together. What cannot be shown is not claimed. */
import {
  type Alternative,
  type Claim,
  EQUAL,
  GREATER,
  LESS,
  type NumberClaim,
  together,
  type WordClaim,
} from './alternatives.ts'

/** A condition as the alternatives in which it holds; undefined where there are too many to look at. */
export type Condition = readonly Alternative[] | undefined

/** Whether it can be shown that the conditions never hold together. */
export function contradict(conditions: readonly Condition[]): boolean {
  return together(conditions)?.every(isImpossible) ?? false
}

function isImpossible(alternative: Alternative): boolean {
  const byTerm = new Map<string, Claim[]>()
  for (const claim of alternative) {
    const key = `${claim.kind} ${claim.term}`
    byTerm.set(key, [...(byTerm.get(key) ?? []), claim])
  }
  return [...byTerm.values()].some(contradictEachOther)
}

/** Of claims of one kind about one term. */
function contradictEachOther(claims: readonly Claim[]): boolean {
  const riddles = claims.filter((claim) => claim.kind === 'riddle')
  const relations = claims.filter((claim) => claim.kind === 'relation')
  return (
    new Set(riddles.map(({ holds }) => holds)).size > 1 ||
    (relations.length > 0 && relations.reduce((mask, { allowed }) => mask & allowed, LESS | EQUAL | GREATER) === 0) ||
    noNumber(claims.filter((claim) => claim.kind === 'number')) ||
    noWord(claims.filter((claim) => claim.kind === 'word'))
  )
}

/** No number is all that is claimed of it: one that could be stands at a constant, beside it, or between two. */
function noNumber(claims: readonly NumberClaim[]): boolean {
  if (claims.length === 0) return false
  const constants = [...new Set(claims.map(({ constant }) => constant))].sort((a, b) => a - b)
  const whole = claims.some((claim) => claim.whole)
  const least = claims.find((claim) => claim.least !== undefined)?.least ?? Number.NEGATIVE_INFINITY
  const between = constants.map((constant, index) => (constant + (constants[index + 1] ?? constant + 2)) / 2)
  const beside = constants.flatMap((constant) => [Math.floor(constant) + 1, Math.ceil(constant) - 1])
  const first = (constants[0] ?? 0) - 1
  const candidates = whole ? [...constants.filter(Number.isInteger), ...beside] : [...constants, ...between, first]
  return !candidates.some((value) => value >= least && claims.every((claim) => allows(claim, value)))
}

function allows({ allowed, constant }: NumberClaim, value: number): boolean {
  const relation = value < constant ? LESS : value > constant ? GREATER : EQUAL
  return (allowed & relation) !== 0
}

function noWord(claims: readonly WordClaim[]): boolean {
  const is = new Set(claims.filter((claim) => claim.is).map(({ constant }) => constant))
  const isNot = new Set(claims.filter((claim) => !claim.is).map(({ constant }) => constant))
  const words = claims.find((claim) => claim.words)?.words
  return is.size > 1 || [...is].some((word) => isNot.has(word)) || (words?.every((word) => isNot.has(word)) ?? false)
}
