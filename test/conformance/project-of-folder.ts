/** The project of a folder, read once: scenarios share what is compiled, instances never. */
import type { Plugin } from '../../engine/plugin/plugin.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { Project } from '../../engine/project/project.ts'

const known = new Map<string, Project>()

export function projectOfFolder(folder: string, plugins: readonly Plugin[]): Project {
  const read = known.get(folder)
  if (read) return read
  const loaded = loadProject(folder, plugins)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  known.set(folder, loaded.value)
  return loaded.value
}
