/**
 * The composition root: the only file that knows which host there is. What a command does not need is not loaded, so
 * everything heavy is imported where it is used.
 */
import type { HostWorld } from '../engine/host/host-world.ts'
import type { Project } from '../engine/project/project.ts'
import type { Engine, Workspace } from './engine.ts'

/** Projects from disk, instances in SQLite; tests give a world of their own. */
export function embeddedEngine(world?: HostWorld): Engine {
  return {
    loadProject: async (path) => {
      const { loadProject } = await import('../engine/project/load-project.ts')
      return loadProject(path)
    },
    openWorkspace: (project, file) => openWorkspace(project, file, world),
  }
}

async function openWorkspace(project: Project, file: string, world?: HostWorld): Promise<Workspace> {
  const { openDatabase } = await import('../engine/store/open-database.ts')
  const { SqliteHost } = await import('../engine/host/sqlite/sqlite-host.ts')
  const { loadDirectory } = await import('../engine/people/directory.ts')
  const database = await openDatabase(file)
  const host = new SqliteHost(database, project, world)
  return {
    host,
    directory: loadDirectory(database),
    definitionOf: async (record) => host.definitionOf(record),
    processOf: async (record) => host.processOf(record),
    loadPeople: async (path, remove, claim) => {
      const { readOrganisation } = await import('./read-organisation.ts')
      const read = readOrganisation(path)
      const at = world?.now() ?? Date.now()
      return read.ok ? host.loadPeople(read.value, { remove, at }, claim) : read
    },
    close: () => host.close(),
  }
}
