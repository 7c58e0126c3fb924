/** What all commands share: their flags, the project and store they work on, and that they answer instead of print. */
import { resolve } from 'node:path'
import { Command } from '@oclif/core/command'
import * as Flags from '@oclif/core/flags'
import type * as Interfaces from '@oclif/core/interfaces'
import type { Claim, Host } from '../engine/host/host.ts'
import { problem } from '../engine/problem/catalog.ts'
import type { Locale } from '../engine/problem/problem.ts'
import type { Project, Workspace } from './engine.ts'
import { Failure, misuse, type Output, take } from './failure.ts'
import { guessLocale, needProject } from './find-project.ts'
import { openPage, type Page } from './page.ts'
import type { QuietConfig } from './quiet-config.ts'
import { sayBlanks } from './say-blanks.ts'
import type { Session } from './session.ts'

/** The flags every command takes, as parsed. */
export interface SharedFlags {
  readonly as?: string | undefined
  readonly database?: string | undefined
  readonly locale?: string | undefined
  readonly project?: string | undefined
}

/** What a command works with once project and store are open. */
export interface Opened extends Workspace {
  readonly project: Project
  readonly page: Page
  readonly host: Host
}

export type { Output } from './failure.ts'

export abstract class PicketCommand extends Command {
  static override args: Interfaces.ArgInput = {}
  static override flags: Interfaces.FlagInput = {}
  static override baseFlags = {
    json: Flags.boolean(),
    as: Flags.string({ helpValue: 'PERSON' }),
    database: Flags.string({ helpValue: 'FILE' }),
    locale: Flags.string({ options: ['en', 'zh'], helpValue: 'en|zh' }),
    project: Flags.string({ helpValue: 'FILE|DIR' }),
  }

  declare config: QuietConfig
  protected readonly session: Session
  #workspace: Workspace | undefined
  #page: Page | undefined

  constructor(argv: string[], config: QuietConfig, session: Session) {
    super(argv, config)
    this.session = session
  }

  abstract override run(): Promise<Output>

  /** Runs the command; throws what it was given up with. */
  async answer(): Promise<Output> {
    try {
      return await this.run()
    } catch (thrown) {
      const page = this.#page
      if (!(thrown instanceof Failure) || page === undefined) throw thrown
      const said = thrown.problems.map((problem) => sayBlanks(problem, page))
      throw new Failure(said, thrown.exit, thrown.beside)
    } finally {
      await this.#workspace?.close()
    }
  }

  /** The project as it is on disk; its problems give the command up. */
  protected async loadProject(flags: SharedFlags): Promise<{ readonly project: Project; readonly page: Page }> {
    const file = needProject(this.session.directory, flags.project)
    const project = take(await this.session.engine.loadProject(file))
    return { project, page: this.page(flags, project) }
  }

  /** A page for what needs no project: in the language of `--locale`, else of the project around. */
  protected plainPage(flags: SharedFlags): Page {
    const { directory, colour, command } = this.session
    const locale = (flags.locale as Locale | undefined) ?? guessLocale(directory, this.argv)
    const reader = { locale, now: this.session.now(), colour, ...(command !== undefined && { command }) }
    return openPage(reader, { zone: 'UTC', currency: '' })
  }

  /** Project and store; the store is closed when the command is over. */
  protected async open(flags: SharedFlags): Promise<Opened> {
    const { project } = await this.loadProject(flags)
    const { directory, engine } = this.session
    const file = flags.database === undefined ? project.store : resolve(directory, flags.database)
    const workspace = await engine.openWorkspace(project, file)
    this.#workspace = workspace
    return { ...workspace, project, page: this.page(flags, project, workspace) }
  }

  /** Who acts, as `--as` claims; nothing proves it yet. */
  protected claim(flags: SharedFlags, { directory }: Pick<Workspace, 'directory'>): Claim {
    if (flags.as !== undefined) return { person: flags.as, via: 'cli', proved: false }
    const people = [...directory.people.keys()].slice(0, 8)
    return misuse(problem('cli/who', people.length === 0 ? {} : { people }))
  }

  private page(flags: SharedFlags, project: Project, workspace?: Workspace): Page {
    const locale = (flags.locale as Locale | undefined) ?? project.locale
    const { colour, command } = this.session
    const reader = { locale, now: this.session.now(), colour, ...(command !== undefined && { command }) }
    this.#page = openPage(reader, project, workspace?.directory ?? project.directory)
    return this.#page
  }
}
