/** Ranges of versions as semver writes them: `^1.2.0`, `~1.2`, `>=1.0.0 <2.0.0`, `1.x || 2.x`. */

type Version = readonly [major: number, minor: number, patch: number]

/** Whether a version lies in a range; one that cannot be read holds none. Of a pre-release only its release counts. */
export function isInRange(version: string, range: string): boolean {
  const [major, minor, patch] = partsOfVersion(version)
  if (major === undefined || minor === undefined || patch === undefined) return false
  return range.split('||').some((all) => {
    const comparators = all.trim().split(/\s+/)
    return comparators.every((comparator) => satisfies([major, minor, patch], comparator))
  })
}

const COMPARATOR = /^(\^|~|>=|<=|>|<|=|)(\d+(?:\.(?:\d+|x|\*)){0,2}(?:-[\w.]+)?)$/

function satisfies(version: Version, comparator: string): boolean {
  const [, operator, text] = COMPARATOR.exec(comparator) ?? []
  if (operator === undefined || text === undefined) return false
  const [major = 0, minor, patch] = partsOfVersion(text)
  const from: Version = [major, minor ?? 0, patch ?? 0]
  // The first version after all that the written parts stand for.
  const after: Version =
    minor === undefined ? [major + 1, 0, 0] : patch === undefined ? [major, minor + 1, 0] : [major, minor, patch + 1]
  switch (operator) {
    case '^':
      return !isBefore(version, from) && isBefore(version, nextBreaking(from, minor === undefined))
    case '~':
      return !isBefore(version, from) && isBefore(version, minor === undefined ? after : [major, minor + 1, 0])
    case '>=':
      return !isBefore(version, from)
    case '>':
      return !isBefore(version, after)
    case '<':
      return isBefore(version, from)
    case '<=':
      return isBefore(version, after)
    default:
      return !isBefore(version, from) && isBefore(version, after)
  }
}

/** `^` keeps the first part that is not zero. */
function nextBreaking([major, minor, patch]: Version, majorOnly: boolean): Version {
  if (major > 0 || majorOnly) return [major + 1, 0, 0]
  return minor > 0 ? [0, minor + 1, 0] : [0, 0, patch + 1]
}

function isBefore(a: Version, b: Version): boolean {
  const index = a.findIndex((part, at) => part !== b[at])
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0)
}

/** Its numbers, up to the first that is left open. */
function partsOfVersion(text: string): readonly number[] {
  const parts = (text.split('-', 1)[0] ?? '').split('.')
  const open = parts.findIndex((part) => !/^\d+$/.test(part))
  return (open < 0 ? parts : parts.slice(0, open)).map(Number)
}
