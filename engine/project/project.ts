/** A project as it is on disk, read and judged: what a host needs to run its processes. */
import type { Calendar } from '../calendar/calendar.ts'
import type { Definition } from '../definition/definition.ts'
import type { ReadingEnvironment } from '../definition/read-definition.ts'
import type { JsonObject } from '../expression/type.ts'
import type { Machine } from '../machine/compile-machine.ts'
import type { Directory } from '../people/directory.ts'
import type { OrganisationDocument } from '../people/organisation.ts'
import type { ActionCatalog } from '../plugin/action-catalog.ts'
import type { Locale, Problem, Text } from '../problem/problem.ts'

/** What a project says of itself. */
export interface ProjectSettings {
  readonly id: string
  readonly name: Text
  readonly locale: Locale
  readonly languages: readonly Locale[]
  /** IANA name of the time zone that people read moments in. */
  readonly zone: string
  /** ISO 4217. */
  readonly currency: string
  /** Absolute path of its `picket.yaml`. */
  readonly file: string
  /** Absolute path of its SQLite file. */
  readonly store: string
}

/** A folder of YAML that was read, judged and compiled. */
export interface Project extends ProjectSettings {
  /** Roles that may erase what the store holds of a person. */
  readonly mayErase: readonly string[]
  readonly processes: ReadonlyMap<string, LoadedProcess>
  readonly definitions: ReadonlyMap<string, Definition>
  /** By id, each with its hash. */
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly organisation?: OrganisationDocument
  /** The organisation's document as a directory, for who there is before it is loaded. */
  readonly directory: Directory
  readonly actions: ActionCatalog
  readonly warnings: readonly Problem[]
  /** Texts of the files read, by name, for the frames of problems. */
  readonly sources: ReadonlyMap<string, string>
}

/** A process compiled, with what is kept of it so that it can be compiled again years later. */
export interface LoadedProcess {
  readonly definition: Definition
  readonly machine: Machine
  /** The document as it was written. */
  readonly source: string
  readonly environment: ReadingEnvironment
  /** Figures in force: defaults of the definition. */
  readonly params: JsonObject
}
