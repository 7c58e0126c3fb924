/** What the command line asks of the engine: the port that `open-host.ts` fills and tests replace. */
import type { Claim, Erasure, Host, HostQueries } from '../engine/host/host.ts'
import type { StoreReplaced, StoreSummary } from '../engine/host/sqlite/backup-store.ts'
import type { Directory } from '../engine/people/directory.ts'
import type { OrganisationLoaded } from '../engine/people/load-organisation.ts'
import type { Answer } from '../engine/problem/problem.ts'
import type { Project, ProjectSettings } from '../engine/project/project.ts'
import type { RunningProcess } from '../engine/step/draft.ts'
import type { InstanceRecord } from '../engine/step/record.ts'
import type { StoreLook } from '../engine/store/look-at-store.ts'

export type { Project, ProjectSettings } from '../engine/project/project.ts'

/** A store opened for a command that only shows what is in it. */
export interface Showcase {
  readonly host: HostQueries
  readonly directory: Directory
  /** The process an instance is pinned to, with its figures and its calendar. */
  processOf(record: InstanceRecord): Promise<RunningProcess | undefined>
  /** Another number once another program has committed. */
  version(): number
  close(): Promise<void>
}

/** A store opened for a command that changes something. */
export interface Workspace extends Showcase {
  readonly host: Host
  /** Brings the organisation of a file into the store. */
  loadPeople(file: string, remove: boolean, claim: Claim): Promise<Answer<OrganisationLoaded>>
  /** Erases a person's payloads, or only tells what that would be. */
  erase(person: string, dryRun: boolean, claim: Claim): Promise<Answer<Erasure>>
}

/** What a command can begin with. */
export interface Engine {
  /** Reads and judges a project: a `picket.yaml` or its folder. `told` hears of each file and process it comes to. */
  loadProject(path: string, told?: (name: string) => void): Promise<Answer<Project>>
  /** Reads what a project says of itself and nothing else of it, so that a fault elsewhere hides no instance. */
  loadSettings(path: string): Promise<Answer<ProjectSettings>>
  /** Opens a store, made if it is not there. Throws an `EngineError` when it cannot be. */
  openWorkspace(project: Project, file: string): Promise<Workspace>
  /** Looks at a store that is there without changing it. Throws an `EngineError` when it cannot be read. */
  lookAtStore(file: string): Promise<StoreLook>
  /** Opens a store to look at it. Throws as `openWorkspace` does. */
  openShowcase(settings: ProjectSettings, file: string): Promise<Showcase>
  /** Copies a store, while it is worked on, into a file that must not be there. */
  backup(store: string, file: string): Promise<Answer<StoreSummary>>
  /** Puts a backup in the place of a store that nobody has open. */
  restore(store: string, file: string): Promise<Answer<StoreReplaced>>
}
