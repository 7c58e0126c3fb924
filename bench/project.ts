/** The projects the bench works on. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from '../engine/plugin/plugin.ts'
import { loadProject } from '../engine/project/load-project.ts'
import type { Project } from '../engine/project/project.ts'
import type { RehearsalProject } from '../engine/rehearsal/world.ts'

/** The compiled bench lies in `dist/bench`. */
const root = new URL('../../', import.meta.url)

export function pathOf(path: string): string {
  return fileURLToPath(new URL(path, root))
}

export function projectAt(path: string, plugins: readonly Plugin[] = []): Project {
  const answer = loadProject(pathOf(path), plugins)
  if (!answer.ok) throw new Error(answer.problems.map(({ code }) => code).join(', '))
  return answer.value
}

export function stageOf({ processes, calendars, directory, actions }: Project): RehearsalProject {
  return {
    directory,
    actions,
    running: (id) => {
      const loaded = processes.get(id)
      const calendar = loaded && calendars.get(loaded.definition.calendar)
      return loaded && calendar && { machine: loaded.machine, hash: id, params: loaded.params, calendar }
    },
  }
}
