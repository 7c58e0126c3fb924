/** How long a thousand years of the twelve steps take to rehearse. */
import { fileURLToPath } from 'node:url'
import { loadProject, type RehearsalProject, rehearse } from '../engine/index.ts'
import type { Row } from './row.ts'

const films = 1000

/** Seconds for a thousand films of the transformation, each of another seed, in this process. */
export function measureRehearsals(): Row[] {
  const project = exampleProject()
  const before = performance.now()
  for (let seed = 1; seed <= films; seed += 1) {
    const film = rehearse(project, 'twelve-step-transformation', { seed })
    if (!film.ok || film.value.status !== 'completed') throw new Error(`the film of seed ${seed} has no end`)
  }
  const value = (performance.now() - before) / 1000
  return [{ what: '1,000 rehearsals of twelve-step-transformation', value, target: 10, unit: 's', aim: 'at most' }]
}

function exampleProject(): RehearsalProject {
  const loaded = loadProject(fileURLToPath(new URL('../workflows', import.meta.url)))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const { processes, calendars, directory, actions } = loaded.value
  return {
    directory,
    actions,
    running: (id) => {
      const process = processes.get(id)
      const calendar = process && calendars.get(process.definition.calendar)
      return process && calendar && { machine: process.machine, params: process.params, hash: '', calendar }
    },
  }
}
