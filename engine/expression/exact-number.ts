import { ExpressionFailure } from './expression-failure.ts'

/** Below this a number times 10^9 is a whole number that a double holds exactly. */
const exactBelow = 1_000_000

/**
 * A result of arithmetic, exact at nine decimal places (so that 0.1 + 0.2 is 0.3). From a million on a double has
 * fewer places to give: 15 significant digits are kept. Fails where the number is too large to be one.
 */
export function exact(value: number): number {
  if (Number.isInteger(value)) return value + 0
  if (!Number.isFinite(value)) throw new ExpressionFailure('expression/number-too-large')
  if (Math.abs(value) < exactBelow) return Math.round(value * 1e9) / 1e9 + 0
  return Number(value.toPrecision(15))
}

/** Rounded to whole places after the point, halves away from zero, as people round money. */
export function roundAt(value: number, places: number): number {
  const number = exact(value)
  if (Number.isInteger(number)) return number
  const shifted = Number(`${plainDigits(Math.abs(number))}e${places}`)
  return Math.sign(number) * Number(`${Math.round(shifted)}e-${places}`) + 0
}

function plainDigits(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(9) : text
}
