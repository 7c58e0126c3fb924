/** What all commands share: their flags, the project and store they work on, and that they answer instead of print. */
import { resolve } from 'node:path'
import * as Flags from '@oclif/core/flags'
import type * as Interfaces from '@oclif/core/interfaces'
import { type Input, type ParserOutput, parse } from '@oclif/core/parser'
import type { Claim, Host } from '../engine/host/host.ts'
import { type Directory, emptyDirectory } from '../engine/people/directory.ts'
import { problem } from '../engine/problem/catalog.ts'
import type { Locale } from '../engine/problem/problem.ts'
import type { Project, ProjectSettings, Showcase, Workspace } from './engine.ts'
import { Failure, misuse, type Output, refuse, take } from './failure.ts'
import { needProject } from './find-project.ts'
import { guessLocale } from './nearest-project.ts'
import { openPage, type Page } from './page.ts'
import { Progress } from './progress.ts'
import { sayBlanks } from './say-blanks.ts'
import type { Session } from './session.ts'
import { watch } from './watch.ts'

/** The flags every command takes, as parsed. */
export interface SharedFlags {
  readonly json?: boolean | undefined
  readonly as?: string | undefined
  readonly database?: string | undefined
  readonly locale?: string | undefined
  readonly project?: string | undefined
}

/** What a command that only shows works with once the store is open. */
export interface Shown extends Showcase {
  readonly settings: ProjectSettings
  readonly page: Page
}

/** What a command works with once project and store are open. */
export interface Opened extends Workspace {
  readonly project: Project
  readonly page: Page
  readonly host: Host
}

export type { Output } from './failure.ts'

type Values = Record<string, unknown>

export abstract class PicketCommand {
  static args: Interfaces.ArgInput = {}
  static flags: Interfaces.FlagInput = {}
  /** Whether more words than `args` names are refused. */
  static strict = true
  static baseFlags = {
    json: Flags.boolean(),
    as: Flags.string({ helpValue: 'PERSON' }),
    database: Flags.string({ helpValue: 'FILE' }),
    locale: Flags.string({ options: ['en', 'zh'], helpValue: 'en|zh' }),
    project: Flags.string({ helpValue: 'FILE|DIR' }),
  }

  protected readonly argv: string[]
  /** All commands, for the one that tells a shell of them; its type would be made of this very class. */
  protected readonly table: object
  protected readonly session: Session
  #workspace: Showcase | undefined
  #page: Page | undefined
  #progress: Progress | undefined

  constructor(argv: string[], session: Session, table: object) {
    this.argv = argv
    this.table = table
    this.session = session
  }

  abstract run(): Promise<Output>

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
      this.#progress?.end()
      await this.#workspace?.close()
    }
  }

  /** The command line, by what the command's class declares. oclif's parser, without the rest of oclif. */
  protected parse<F extends Values, B extends Values, A extends Values>(
    declared: Input<F, B, A>,
  ): Promise<ParserOutput<F, B, A>> {
    const { args, flags, baseFlags, strict } = declared
    return parse(this.argv, { args, strict, flags: { ...baseFlags, ...flags } } as Input<F, B, A>)
  }

  /** The project as it is on disk; its problems give the command up. */
  protected async loadProject(flags: SharedFlags): Promise<{ readonly project: Project; readonly page: Page }> {
    const file = needProject(this.session.directory, flags.project)
    const progress = this.progress(flags)
    const project = take(await this.session.engine.loadProject(file, (name) => progress.tell(() => name)))
    progress.end()
    return { project, page: this.page(flags, project, project.directory) }
  }

  /** A page for what needs no project: in the language of `--locale`, else of the project around. */
  protected plainPage(flags: SharedFlags): Page {
    const { directory, colour, command } = this.session
    const locale = (flags.locale as Locale | undefined) ?? guessLocale(directory, this.argv)
    const reader = { locale, now: this.session.now(), colour, ...(command !== undefined && { command }) }
    return openPage(reader, { zone: 'UTC', currency: '' })
  }

  /** The SQLite file: the one named, else the project's. */
  protected storeFile(flags: SharedFlags, { store }: ProjectSettings): string {
    return flags.database === undefined ? store : resolve(this.session.directory, flags.database)
  }

  /** Project and store; the store is closed when the command is over. */
  protected async open(flags: SharedFlags): Promise<Opened> {
    const { project } = await this.loadProject(flags)
    const workspace = await this.session.engine.openWorkspace(project, this.storeFile(flags, project))
    this.#workspace = workspace
    return { ...workspace, project, page: this.page(flags, project, workspace.directory) }
  }

  /** What the project says of itself; a fault elsewhere in it is no matter. */
  protected async loadSettings(
    flags: SharedFlags,
  ): Promise<{ readonly settings: ProjectSettings; readonly page: Page }> {
    const { directory, engine } = this.session
    const settings = take(await engine.loadSettings(needProject(directory, flags.project)))
    return { settings, page: this.page(flags, settings, emptyDirectory) }
  }

  /** The store, to look at it; of the project only the settings are read. Closed when the command is over. */
  protected async look(flags: SharedFlags): Promise<Shown> {
    const { engine } = this.session
    const { settings } = await this.loadSettings(flags)
    this.#workspace = await engine.openShowcase(settings, this.storeFile(flags, settings))
    return this.now(this.#workspace, settings, flags)
  }

  /** Looks once; with `--watch` again and again as the answer changes, until the user interrupts. */
  protected async answerAgain(
    flags: SharedFlags & { readonly watch: boolean },
    answer: (shown: Shown) => Promise<Output>,
  ): Promise<Output> {
    const shown = await this.look(flags)
    if (!flags.watch) return answer(shown)
    const showcase = this.#workspace ?? shown
    const draw = () => answer(this.now(showcase, shown.settings, flags))
    return watch(this.session, { draw, version: shown.version }, flags.json === true)
  }

  /** Goes on only where the user wants it: they said `--yes`, or say so on the terminal. */
  protected async confirm(flags: SharedFlags & { readonly yes: boolean }, question: string): Promise<void> {
    if (flags.yes) return
    const { ask } = this.session
    if (ask === undefined || flags.json) return misuse(problem('cli/needs-yes', {}))
    const answer = await ask(question)
    if (!/^(y|yes|是)$/i.test(answer?.trim() ?? '')) refuse(problem('cli/not-confirmed', {}))
  }

  /** Where work that takes long says how far it is. */
  protected progress({ json }: SharedFlags): Progress {
    this.#progress ??= new Progress(json ? { now: this.session.now } : this.session)
    return this.#progress
  }

  /** Who acts, as `--as` claims; nothing proves it yet. */
  protected claim(flags: SharedFlags, { directory }: Pick<Workspace, 'directory'>): Claim {
    if (flags.as !== undefined) return { person: flags.as, via: 'cli', proved: false }
    const people = [...directory.people.keys()].slice(0, 8)
    return misuse(problem('cli/who', people.length === 0 ? {} : { people }))
  }

  /** The store as it is at this moment. */
  private now(showcase: Showcase, settings: ProjectSettings, flags: SharedFlags): Shown {
    const shown = { ...showcase, settings }
    return { ...shown, page: this.page(flags, settings, shown.directory) }
  }

  private page(flags: SharedFlags, settings: ProjectSettings, directory: Directory): Page {
    const locale = (flags.locale as Locale | undefined) ?? settings.locale
    const { colour, command } = this.session
    const reader = { locale, now: this.session.now(), colour, ...(command !== undefined && { command }) }
    this.#page = openPage(reader, settings, directory)
    return this.#page
  }
}
