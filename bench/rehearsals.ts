/** How long a thousand years of the twelve steps take to rehearse, in this process. */
import { type RehearsalProject, rehearse } from '../engine/index.ts'
import type { Figure } from './figure.ts'

const process = 'twelve-step-transformation'
const films = 1000

/** Seconds for a thousand films of the transformation, each of another seed. */
export function rehearsalFigures(project: RehearsalProject): Figure[] {
  let steps = 0
  const before = performance.now()
  for (let seed = 1; seed <= films; seed += 1) {
    const film = rehearse(project, process, { seed })
    if (!film.ok || film.value.status !== 'completed') throw new Error(`the film of seed ${seed} has no end`)
    steps += film.value.steps
  }
  const value = (performance.now() - before) / 1000
  const note = `${Math.round(steps / films)} steps a film`
  return [{ what: `${films} rehearsals of ${process}`, value, unit: 's', target: { most: 10 }, note }]
}
