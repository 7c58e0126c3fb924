/**
 * The public API, in the order of the story: text -> definition -> judged -> machine -> step -> effects -> host ->
 * people. What is not named here may change without notice; plugins are written against `./plugin/index.ts` alone.
 */

// How anything goes wrong, said well.

export { EngineError, isEngineError } from './problem/engine-error.ts'
export { hintOf, sentenceOf } from './problem/fill-blanks.ts'
export type { Sources } from './problem/format-problem.ts'
export { formatProblem } from './problem/format-problem.ts'
export type { Answer, Locale, Place, Problem, Text } from './problem/problem.ts'
export type { Said, SaidArgument } from './problem/said.ts'

// Values and their types.

export type { Field, Json, JsonObject, Type } from './expression/type.ts'

// YAML text -> definition.

export type { Definition, State, Transition } from './definition/definition.ts'
export type { ReadDefinition, ReadingEnvironment } from './definition/read-definition.ts'
export { readDefinition } from './definition/read-definition.ts'
export type { ReadDocument, ReadDocuments } from './definition/read-documents.ts'
export { readDocuments } from './definition/read-documents.ts'

// What teams add: plugins and their actions.

export type { Action, ActionContext, ActionDeclaration, FieldDeclarations, RetryPolicy } from './plugin/action.ts'
export { defineAction } from './plugin/action.ts'
export type { Plugin } from './plugin/plugin.ts'
export { definePlugin } from './plugin/plugin.ts'

// Definition -> XState machine.

export type { Machine } from './machine/compile-machine.ts'
export { compileMachine } from './machine/compile-machine.ts'
export type { MachineConfig } from './machine/machine-config.ts'

// What a step leaves behind.

export type { Effect } from './step/effect.ts'
export type { Actor } from './step/instance-event.ts'
export type { Incident, InstanceRecord, InstanceStatus, StateValue, Timer, Wait } from './step/record.ts'

// What is written down, and proved.

export type { JournalEntry } from './journal/journal-entry.ts'

// People.

export type { Directory, Person } from './people/directory.ts'
export type { OrganisationLoaded } from './people/load-organisation.ts'
export type { OrganisationDocument } from './people/organisation.ts'

// A folder of YAML, read whole and judged.

export { loadProject } from './project/load-project.ts'
export type { LoadedProcess, Project } from './project/project.ts'

// What makes instances durable.

export type {
  Claim,
  CommentRow,
  CompleteRequest,
  ControlRequest,
  DecideRequest,
  Erasure,
  EvidenceRow,
  Host,
  InstanceQuery,
  InstanceRow,
  InstanceView,
  Moved,
  NewComment,
  NewEvidence,
  Proof,
  SendRequest,
  StartRequest,
  TaskQuery,
  TaskRow,
  Worked,
} from './host/host.ts'
export type { HostWorld } from './host/host-world.ts'
export type { MemoryHostOptions } from './host/memory-host.ts'
export { openMemoryHost } from './host/memory-host.ts'
export type { StoreReplaced, StoreSummary } from './host/sqlite/backup-store.ts'
export { backupStore, restoreStore } from './host/sqlite/backup-store.ts'
export type { ErasureRequest } from './host/sqlite/erase-person.ts'
export type { SqliteHost, SqliteHostOptions } from './host/sqlite/sqlite-host.ts'
export { openSqliteHost } from './host/sqlite/sqlite-host.ts'

// A year in a minute.

export type { Film, FilmedInstance, Scene, SceneKind } from './rehearsal/film.ts'
export type { RehearsalOptions } from './rehearsal/rehearse.ts'
export { rehearse } from './rehearsal/rehearse.ts'
export type { Script } from './rehearsal/script.ts'
export { readScript } from './rehearsal/script.ts'
export type { RehearsalProject } from './rehearsal/world.ts'

// What people read ...

export type { Rendering } from './text/render-said.ts'
export { renderSaid } from './text/render-said.ts'

// ... and look at.

export type { DrawOptions } from './picture/draw-definition.ts'
export { drawDefinition } from './picture/draw-definition.ts'
