import { EmbeddedHost } from '../../engine/host/embedded-host.ts'
import { MemoryLedger } from '../../engine/host/memory-ledger.ts'
import { describeHost } from './host-suite.ts'
import type { HostSetup, OpenedHost } from './opened-host.ts'
import { projectOfFolder } from './project-of-folder.ts'
import { simulatedWorld } from './simulated-world.ts'

async function open({ folder, plugins, startAt }: HostSetup): Promise<OpenedHost> {
  const { clock, world } = simulatedWorld(startAt)
  const project = projectOfFolder(folder, plugins)
  const ledger = new MemoryLedger(project.directory)
  let host = new EmbeddedHost(project, ledger, world)
  return {
    host,
    clock,
    reopen: async () => {
      await host.close()
      host = new EmbeddedHost(project, ledger, world)
      return host
    },
    tamper: async (instance, step) => {
      const entries = await ledger.journal(instance)
      Object.assign(entries[step - 1] ?? {}, { subject: 'another' })
    },
    close: () => host.close(),
  }
}

describeHost({ name: 'memory', open, skip: [] })
