import { Config } from '@oclif/core/config'
import type { CommandTable } from './command-table.ts'
import { version } from './version.ts'

/** oclif's configuration, not loaded: nothing of the user's home, shell or plugins is looked at, and no hook runs. */
export class QuietConfig extends Config {
  override bin = 'picket'
  override name = 'picket'
  override version = version
  /** All commands, for the one that tells a shell of them. */
  readonly table: CommandTable

  constructor(root: string, table: CommandTable) {
    super({ root })
    this.table = table
  }

  override runHook(): Promise<{ failures: []; successes: [] }> {
    return Promise.resolve({ failures: [], successes: [] })
  }
}
