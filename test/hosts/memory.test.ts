import { EmbeddedHost } from '../../engine/host/embedded-host.ts'
import { MemoryLedger } from '../../engine/host/memory-ledger.ts'
import { describeHost } from './host-suite.ts'
import { scenarios } from './scenarios.ts'

describeHost(
  {
    name: 'the memory host',
    skip: [],
    async makeStorage() {
      let ledger: MemoryLedger | undefined
      return {
        open: async (project, world) => {
          ledger ??= new MemoryLedger(project.directory)
          return new EmbeddedHost(project, ledger, world)
        },
        remove: async () => undefined,
      }
    },
  },
  scenarios,
)
