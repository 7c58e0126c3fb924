/** The host that forgets: everything in the memory of one process. For trying things out and for tests. */
import type { Project } from '../project/project.ts'
import { EmbeddedHost } from './embedded-host.ts'
import type { HostWorld } from './host-world.ts'
import { MemoryLedger } from './memory-ledger.ts'

/** The project to run, and the world if not this machine's. */
export interface MemoryHostOptions {
  readonly project: Project
  readonly world?: HostWorld
}

/** A host without storage; who there is comes from the project's organisation document. */
export function openMemoryHost({ project, world }: MemoryHostOptions): EmbeddedHost {
  return new EmbeddedHost(project, new MemoryLedger(project.directory), world)
}
