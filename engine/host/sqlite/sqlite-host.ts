/** Durable on one machine: everything in one SQLite file, in one process, next to others that share the file. */

import { loadOrganisation, type OrganisationLoaded } from '../../people/load-organisation.ts'
import type { OrganisationDocument } from '../../people/organisation.ts'
import type { Answer } from '../../problem/problem.ts'
import type { Project } from '../../project/project.ts'
import { type Database, openDatabase } from '../../store/open-database.ts'
import { EmbeddedHost } from '../embedded-host.ts'
import type { Claim, Erasure } from '../host.ts'
import type { HostWorld } from '../host-world.ts'
import { type ErasureRequest, erasePerson } from './erase-person.ts'
import { type SqliteLedger, sqliteLedger } from './sqlite-ledger.ts'

/** What a SQLite host is opened with. */
export interface SqliteHostOptions {
  readonly project: Project
  /** The file, made if it is not there; the project's own unless given. */
  readonly file?: string
  readonly world?: HostWorld
}

/** The embedded host on a SQLite file, with what is asked of the file itself. */
export class SqliteHost extends EmbeddedHost {
  readonly #database: Database
  readonly #ledger: SqliteLedger
  readonly #mayErase: readonly string[]

  constructor(database: Database, project: Project, world?: HostWorld) {
    const ledger = sqliteLedger(database, world)
    super(project, ledger, world)
    this.#database = database
    this.#ledger = ledger
    this.#mayErase = project.mayErase
  }

  /** Brings an organisation document into the store, audited; the store is the truth from then on. */
  async loadPeople(
    document: OrganisationDocument,
    options: { readonly remove: boolean; readonly at: number },
    claim: Claim,
  ): Promise<Answer<OrganisationLoaded>> {
    return this.#ledger.transaction(() => {
      const loaded = loadOrganisation(this.#database, document, options, claim)
      this.#ledger.forget()
      return loaded
    })
  }

  /** Erases a person's own words, audited: what they filled in and said, and their name. Chains still prove the rest. */
  async erase(request: ErasureRequest, claim: Claim): Promise<Answer<Erasure>> {
    try {
      return erasePerson(this.#database, this.#mayErase, request, claim)
    } finally {
      this.#ledger.forget()
    }
  }
}

/** Opens the file and a host over it. Throws an `EngineError` where the file cannot be used. */
export async function openSqliteHost({ project, file, world }: SqliteHostOptions): Promise<SqliteHost> {
  return new SqliteHost(await openDatabase(file ?? project.store), project, world)
}
