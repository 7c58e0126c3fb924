/** What the command line asks of the engine: the port that `open-host.ts` fills and tests replace. */
import type { Definition } from '../engine/definition/definition.ts'
import type { Claim, Host } from '../engine/host/host.ts'
import type { Directory } from '../engine/people/directory.ts'
import type { OrganisationLoaded } from '../engine/people/load-organisation.ts'
import type { Answer } from '../engine/problem/problem.ts'
import type { Project } from '../engine/project/project.ts'
import type { RunningProcess } from '../engine/step/draft.ts'
import type { InstanceRecord } from '../engine/step/record.ts'

export type { Project } from '../engine/project/project.ts'

/** A store opened for one command. */
export interface Workspace {
  readonly host: Host
  readonly directory: Directory
  /** The definition an instance is pinned to. */
  definitionOf(record: InstanceRecord): Promise<Definition | undefined>
  /** The same with its figures and its calendar: what its phrases and conditions are worked out with. */
  processOf(record: InstanceRecord): Promise<RunningProcess | undefined>
  /** Brings the organisation of a file into the store. */
  loadPeople(file: string, remove: boolean, claim: Claim): Promise<Answer<OrganisationLoaded>>
  close(): Promise<void>
}

/** What a command can begin with. */
export interface Engine {
  /** Reads and judges a project: a `picket.yaml` or its folder. */
  loadProject(path: string): Promise<Answer<Project>>
  /** Opens a store, made if it is not there. Throws an `EngineError` when it cannot be. */
  openWorkspace(project: Project, file: string): Promise<Workspace>
}
