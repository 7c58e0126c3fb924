import { Config } from '@oclif/core/config'
import { version } from './version.ts'

/** oclif's configuration, not loaded: nothing of the user's home, shell or plugins is looked at, and no hook runs. */
export class QuietConfig extends Config {
  override bin = 'picket'
  override name = 'picket'
  override version = version

  override runHook(): Promise<{ failures: []; successes: [] }> {
    return Promise.resolve({ failures: [], successes: [] })
  }
}
