import { type Duration, durationUnits } from './duration.ts'

/** The canonical English text, which `parseDuration` reads back: `1 week 2 hours`; nothing at all is `0 minutes`. */
export function formatDuration(duration: Duration): string {
  const parts = durationUnits.flatMap((unit) => {
    const amount = duration[unit]
    return amount === undefined || (amount === 0 && unit !== 'workdays')
      ? []
      : [`${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`]
  })
  return parts.length === 0 ? '0 minutes' : parts.join(' ')
}
