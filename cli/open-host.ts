/**
 * The composition root: the only file that knows which host there is. What a command does not need is not loaded, so
 * everything heavy is imported where it is used.
 */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { HostWorld } from '../engine/host/host-world.ts'
import type { Answer } from '../engine/problem/problem.ts'
import type { Project, ProjectSettings } from '../engine/project/project.ts'
import type { Engine, Showcase, Workspace } from './engine.ts'
import { build as ownBuild } from './version.ts'

/** Projects from disk, instances in SQLite; tests give a world of their own, and the name of a build. */
export function embeddedEngine(world?: HostWorld, build: string | undefined = ownBuild): Engine {
  return {
    loadProject,
    loadSettings: async (path) => {
      const { loadSettings } = await import('../engine/project/load-settings.ts')
      return loadSettings(path)
    },
    openWorkspace: (project, file) => openWorkspace(project, file, world),
    lookAtStore: async (file) => {
      const { openAsItStands } = await import('../engine/store/open-database.ts')
      const { lookAt } = await import('../engine/store/look-at-store.ts')
      return lookAt(openAsItStands(file))
    },
    openShowcase: (settings, file) => openShowcase(settings, file, world, build),
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

async function loadProject(path: string, told?: (name: string) => void): Promise<Answer<Project>> {
  const { loadProject: load } = await import('../engine/project/load-project.ts')
  return load(path, [], told)
}

async function openShowcase(
  { file: own }: ProjectSettings,
  file: string,
  world: HostWorld | undefined,
  build: string | undefined,
): Promise<Showcase> {
  const { openDatabase } = await import('../engine/store/open-database.ts')
  const { SqliteQueries } = await import('../engine/host/sqlite/sqlite-queries.ts')
  const { loadDirectory } = await import('../engine/people/directory.ts')
  const { projectTexts } = await import('../engine/project/project-files.ts')
  // Looking changes nothing: where there is no store yet, nothing runs, and none is made.
  const isNew = !existsSync(file) && existsSync(dirname(file))
  const database = await openDatabase(isNew ? ':memory:' : file)
  const project = {
    texts: () => projectTexts(own).values(),
    load: async () => {
      const loaded = await loadProject(own)
      return loaded.ok ? loaded.value : undefined
    },
  }
  const host = new SqliteQueries(database, { now: () => world?.now() ?? Date.now(), project, build })
  return {
    host,
    get directory() {
      return loadDirectory(database)
    },
    processOf: (record) => host.processOf(record),
    version: () => database.dataVersion(),
    close: async () => database.close(),
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
    processOf: async (record) => host.processOf(record),
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
