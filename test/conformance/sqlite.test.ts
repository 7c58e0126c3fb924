import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import { describeHost } from './host-suite.ts'
import type { HostSetup, OpenedHost } from './opened-host.ts'
import { projectOfFolder } from './project-of-folder.ts'
import { simulatedWorld } from './simulated-world.ts'

async function open({ folder, plugins, startAt }: HostSetup): Promise<OpenedHost> {
  const place = mkdtempSync(join(tmpdir(), 'picket-sqlite-'))
  const file = join(place, 'store.sqlite')
  const { clock, world } = simulatedWorld(startAt)
  const project = projectOfFolder(folder, plugins)
  let host = await openSqliteHost({ project, file, world })
  const { organisation } = project
  if (organisation) await host.loadPeople(organisation, { remove: false, at: startAt }, founder)
  return {
    host,
    clock,
    reopen: async () => {
      await host.close()
      host = await openSqliteHost({ project, file, world })
      return host
    },
    tamper: async (instance, step) => {
      const db = await openDatabase(file)
      const row = '(select row from instance where id = ?)'
      db.prepare(`update journal set subject = 'another' where instance = ${row} and step = ?`).run(instance, step)
      db.close()
    },
    close: async () => {
      await host.close()
      rmSync(place, { recursive: true, force: true })
    },
  }
}

const founder = { person: 'lou', via: 'cli', proved: false } as const

describeHost({ name: 'sqlite', open, skip: [] })
