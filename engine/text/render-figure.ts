/** Numbers and money for people. */
import type { Locale } from '../problem/problem.ts'

/** A number with the language's separators and at most nine decimals, as many as expressions keep. */
export function renderNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 9 }).format(value)
}

/** An amount (`"50000.00"`) in the project's currency: `¥50,000.00`; a text that is none is shown as it is. */
export function renderMoney(amount: string, locale: Locale, currency: string): string {
  const value = Number(amount)
  if (amount.trim() === '' || !Number.isFinite(value)) return amount
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(value)
  } catch {
    return `${renderNumber(value, locale)} ${currency}`
  }
}
