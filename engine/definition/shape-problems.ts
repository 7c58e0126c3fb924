/** What the schema's validators find, told in the words of the language: each fault once, with its place. */
import type { Problem } from '../problem/problem.ts'
import { describeFaults } from './describe-faults.ts'
import { locateNode } from './locate-node.ts'
import { type MapNode, toPlain } from './node.ts'
import { inTextOrder } from './order-problems.ts'
import type { ShapeError, Validate } from './schema/generated/validators.js'

/** At more places of one document faults are not told: each place is looked for from the root. */
const MOST = 500

/** All faults of shape of a document, whose JSON value is `plain`, in text order; of a cascade only the first. */
export function shapeProblems(validate: Validate, document: MapNode, plain = toPlain(document)): Problem[] {
  if (validate(plain)) return []
  const paths = new Map<string, ShapeError[]>()
  for (const error of validate.errors ?? []) {
    if (isNoise(error)) continue
    const others = paths.get(error.instancePath)
    if (others) others.push(error)
    else paths.set(error.instancePath, [error])
  }
  const above = new Set([...paths.keys()].flatMap(pathsAbove))
  const problems = [...paths].slice(0, MOST).flatMap(([path, errors]) => {
    const located = locateNode(document, path)
    const usedAt = located.node.text?.usedAt
    return describeFaults(errors, located, above.has(path)).map((problem) =>
      usedAt ? { ...problem, usedAt } : problem,
    )
  })
  return inTextOrder(problems)
}

/** `/a/b` stands below `/a` and below the document. */
function pathsAbove(path: string): string[] {
  const steps = path.split('/')
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'))
}

/** Errors that only say that something else went wrong, and those of branches that could not have been meant. */
function isNoise({ keyword, parentSchema, data }: ShapeError): boolean {
  if (keyword === 'if' || parentSchema?.['x-argument'] === true) return true
  return keyword === 'not' && (typeof data !== 'object' || Array.isArray(data))
}
