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
    loadProject: async (path, told) => {
      const { loadProject } = await import('../engine/project/load-project.ts')
      return loadProject(path, [], told)
    },
    openWorkspace: (project, file) => openWorkspace(project, file, world),
    backup: async (store, file) => {
      const { backupStore } = await import('../engine/host/sqlite/backup-store.ts')
      return backupStore(store, file)
    },
    restore: async (store, file) => {
      const { restoreStore } = await import('../engine/host/sqlite/backup-store.ts')
      return restoreStore(store, file)
    },
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
    get directory() {
      return loadDirectory(database)
    },
    definitionOf: async (record) => host.definitionOf(record),
    loadPeople: async (path, remove, claim) => {
      const { readOrganisation } = await import('./read-organisation.ts')
      const read = readOrganisation(path)
      const at = world?.now() ?? Date.now()
      return read.ok ? host.loadPeople(read.value, { remove, at }, claim) : read
    },
    erase: (person, dryRun, claim) => host.erase({ person, dryRun, at: world?.now() ?? Date.now() }, claim),
    version: () => database.dataVersion(),
    close: () => host.close(),
  }
}
