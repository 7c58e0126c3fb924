import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Host } from '../../engine/host/host.ts'
import type { HostWorld } from '../../engine/host/host-world.ts'
import { openSqliteHost, type SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import type { Project } from '../../engine/project/project.ts'
import { by, describeHost } from './host-suite.ts'
import { scenarios } from './scenarios.ts'

async function openHost(folder: string, project: Project, world: HostWorld): Promise<SqliteHost> {
  const host = await openSqliteHost({ project, file: join(folder, 'store.sqlite'), world })
  if (project.organisation) await host.loadPeople(project.organisation, { remove: false, at: world.now() }, by('ann'))
  return host
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'picket-conformance-'))
}

describeHost(
  {
    name: 'the SQLite host',
    skip: [],
    async makeStorage() {
      const folder = makeFolder()
      return {
        open: (project, world) => openHost(folder, project, world),
        remove: async () => rmSync(folder, { recursive: true, force: true }),
      }
    },
  },
  scenarios,
)

/** A host that stays open when the stage closes it: the other one goes on in between. */
function kept(host: SqliteHost): Host {
  return new Proxy(host, {
    get(target, name) {
      if (name === 'close') return async () => undefined
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

describeHost(
  {
    name: 'two hosts, each with its own connection, in turn on one file',
    skip: [],
    async makeStorage() {
      const folder = makeFolder()
      const hosts: SqliteHost[] = []
      let turn = 0
      return {
        async open(project, world) {
          if (hosts.length < 2) hosts.push(await openHost(folder, project, world))
          turn += 1
          return kept(hosts[turn % hosts.length] as SqliteHost)
        },
        async remove() {
          for (const host of hosts) await host.close()
          rmSync(folder, { recursive: true, force: true })
        },
      }
    },
  },
  scenarios,
)
