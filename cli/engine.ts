/** What the command line asks of the engine: the port that `open-host.ts` fills and tests replace. */
import type { Definition } from '../engine/definition/definition.ts'
import type { Claim, Erasure, Host } from '../engine/host/host.ts'
import type { StoreReplaced, StoreSummary } from '../engine/host/sqlite/backup-store.ts'
import type { Directory } from '../engine/people/directory.ts'
import type { OrganisationLoaded } from '../engine/people/load-organisation.ts'
import type { Answer } from '../engine/problem/problem.ts'
import type { Project } from '../engine/project/project.ts'
import type { InstanceRecord } from '../engine/step/record.ts'

export type { Project } from '../engine/project/project.ts'

/** A store opened for one command. */
export interface Workspace {
  readonly host: Host
  readonly directory: Directory
  /** The definition an instance is pinned to. */
  definitionOf(record: InstanceRecord): Promise<Definition | undefined>
  /** Brings the organisation of a file into the store. */
  loadPeople(file: string, remove: boolean, claim: Claim): Promise<Answer<OrganisationLoaded>>
  /** Erases a person's payloads, or only tells what that would be. */
  erase(person: string, dryRun: boolean, claim: Claim): Promise<Answer<Erasure>>
  /** Another number once another program has committed. */
  version(): number
  close(): Promise<void>
}

/** What a command can begin with. */
export interface Engine {
  /** Reads and judges a project: a `picket.yaml` or its folder. `told` hears of each file and process it comes to. */
  loadProject(path: string, told?: (name: string) => void): Promise<Answer<Project>>
  /** Opens a store, made if it is not there. Throws an `EngineError` when it cannot be. */
  openWorkspace(project: Project, file: string): Promise<Workspace>
  /** Copies a store, while it is worked on, into a file that must not be there. */
  backup(store: string, file: string): Promise<Answer<StoreSummary>>
  /** Puts a backup in the place of a store that nobody has open. */
  restore(store: string, file: string): Promise<Answer<StoreReplaced>>
}
