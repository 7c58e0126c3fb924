/**
 * What people look at, from the store alone. Nothing can be moved, so nothing of the project is judged: instances are
 * shown by the definitions they are pinned to, which the store has. Every program that only shows begins here, so what
 * reads a document is loaded only where there is one to read.
 */
import type { Definition } from '../../definition/definition.ts'
import { type PackedDefinition, packDefinition, unpackDefinition } from '../../definition/pack-definition.ts'
import { compileMachine } from '../../machine/compile-machine.ts'
import { loadDirectory } from '../../people/directory.ts'
import { isEngineError } from '../../problem/engine-error.ts'
import type { Project } from '../../project/project.ts'
import { sha256 } from '../../project/sha256.ts'
import type { RunningProcess } from '../../step/draft.ts'
import type { InstanceRecord } from '../../step/record.ts'
import { loadPending } from '../../store/claim-due-effects.ts'
import { commentsOf } from '../../store/comments-of.ts'
import { listInstances } from '../../store/list-instances.ts'
import { listTasks } from '../../store/list-tasks.ts'
import { loadInstance } from '../../store/load-instance.ts'
import type { Database } from '../../store/open-database.ts'
import { loadPacked, savePacked } from '../../store/packed-definitions.ts'
import { readJournal } from '../../store/read-journal.ts'
import { loadCalendar } from '../../store/save-calendar.ts'
import { loadDefinition } from '../../store/save-definition.ts'
import type { Explanation } from '../../waiting/finding.ts'
import { hashOf } from '../definition-hash.ts'
import type { HostQueries, InstanceView } from '../host.ts'
import { instanceView } from '../instance-view.ts'
import type { Ledger, StoredDefinition } from '../ledger.ts'

/** The project as far as a look at an instance needs it. */
export interface ProjectOnDisk {
  /** The texts of its files. */
  texts(): Iterable<string>
  /** All of it, read and judged; undefined where it has faults. */
  load(): Promise<Project | undefined>
}

export interface SqliteQueriesOptions {
  readonly now: () => number
  readonly project: ProjectOnDisk
  /** Names the build of the program, where it has one: definitions it has read are kept for its next run. */
  readonly build?: string | undefined
}

export class SqliteQueries implements HostQueries {
  readonly #db: Database
  readonly #options: SqliteQueriesOptions
  /** By hash, as far as they were asked for. */
  readonly #definitions = new Map<string, Promise<Definition | undefined>>()
  readonly #stored = new Map<string, StoredDefinition | undefined>()
  readonly #newer = new Map<string, Promise<InstanceView['newer']>>()

  constructor(database: Database, options: SqliteQueriesOptions) {
    this.#db = database
    this.#options = options
  }

  instance(id: string): Promise<InstanceView | undefined> {
    return instanceView(this.#ledger, id, this.#options.now(), ({ definition, process }) =>
      once(this.#newer, definition, () => this.#newerThan(definition, process)),
    )
  }

  instances: HostQueries['instances'] = (query = {}) => this.#ledger.instances(query, this.#options.now())

  tasks: HostQueries['tasks'] = (query = {}) => this.#ledger.tasks(query, this.#options.now())

  journal: HostQueries['journal'] = (instance) => readJournal(this.#db.kysely, instance)

  comments: HostQueries['comments'] = (instance) => commentsOf(this.#db.kysely, instance)

  /** The definition an instance is pinned to. */
  definitionOf({ definition }: InstanceRecord): Promise<Definition | undefined> {
    return once(this.#definitions, definition, () => this.#read(definition))
  }

  /** The same with its figures, on the calendar its times were last counted on. */
  async processOf(record: InstanceRecord): Promise<RunningProcess | undefined> {
    const definition = await this.definitionOf(record)
    const calendar = loadCalendar(this.#db, record.calendar)
    const params = this.#storedAs(record.definition)?.params
    if (!definition || !calendar || !params) return undefined
    return { machine: compileMachine(definition), hash: record.definition, params, calendar }
  }

  /** Why an instance waits; undefined where there is none, or its definition is lost. */
  async why(id: string): Promise<Explanation | undefined> {
    const { explainInstance } = await import('../explain-instance.ts')
    const processOf = (record: InstanceRecord) => this.processOf(record)
    return explainInstance({ ledger: this.#ledger, processOf, now: this.#options.now() }, id)
  }

  get #ledger(): Pick<Ledger, 'instance' | 'instances' | 'tasks' | 'directory' | 'pending' | 'journal'> {
    const db = this.#db
    return {
      directory: () => loadDirectory(db),
      pending: (effect) => loadPending(db, effect),
      journal: (instance) => readJournal(db.kysely, instance),
      instance: (id) => loadInstance(db, id),
      instances: (query, now) => listInstances(db.kysely, query, now),
      tasks: (query, now) => listTasks(db.kysely, query, now),
    }
  }

  #storedAs(hash: string): StoredDefinition | undefined {
    if (!this.#stored.has(hash)) this.#stored.set(hash, loadDefinition(this.#db, hash))
    return this.#stored.get(hash)
  }

  async #read(hash: string): Promise<Definition | undefined> {
    const { build } = this.#options
    const stored = this.#storedAs(hash)
    if (!stored) return undefined
    const known = build === undefined ? undefined : this.#unpack(stored, build)
    if (known) return known
    const { rereadDefinition } = await import('../recompile.ts')
    const definition = rereadDefinition(stored)
    if (definition && build !== undefined) this.#keep(hash, build, definition)
    return definition
  }

  /** What this build left of it; what cannot be made out is made again. */
  #unpack({ hash, expanded }: StoredDefinition, build: string): Definition | undefined {
    const packed = loadPacked(this.#db, hash, build)
    try {
      return packed === undefined ? undefined : unpackDefinition(JSON.parse(packed) as PackedDefinition, expanded)
    } catch {
      return undefined
    }
  }

  /** A store that cannot be written now is shown all the same; the next look takes as long as this one. */
  #keep(hash: string, build: string, definition: Definition): void {
    const packed = JSON.stringify(packDefinition(definition))
    try {
      this.#db.transaction(() => savePacked(this.#db, hash, build, packed))
    } catch (thrown) {
      if (!isEngineError(thrown)) throw thrown
    }
  }

  /** A document that still stands in the project as it was kept need not be read to know that nothing is newer. */
  async #newerThan(hash: string, process: string): Promise<InstanceView['newer']> {
    const { project } = this.#options
    const stored = this.#storedAs(hash)
    if (stored && [...project.texts()].includes(stored.source)) return undefined
    const loaded = (await project.load())?.processes.get(process)
    if (!loaded) return undefined
    const { definition, params } = loaded
    const same = hashOf(definition, { ...params, ...stored?.params }, sha256) === hash
    return same ? undefined : { version: definition.version, hash: hashOf(definition, params, sha256) }
  }
}

/** What is asked for again is worked out once. */
function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = known.get(key) ?? make()
  known.set(key, made)
  return made
}
