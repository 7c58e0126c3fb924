/** What all commands share: their flags, the project and store they work on, and that they answer instead of print. */
import { resolve } from 'node:path'
import { Command } from '@oclif/core/command'
import type { Config } from '@oclif/core/config'
import * as Flags from '@oclif/core/flags'
import type * as Interfaces from '@oclif/core/interfaces'
import type { Claim, Host } from '../engine/host/host.ts'
import { problem } from '../engine/problem/catalog.ts'
import type { Locale } from '../engine/problem/problem.ts'
import type { Project, Workspace } from './engine.ts'
import { Failure, misuse, type Output, refuse, take } from './failure.ts'
import { needProject } from './find-project.ts'
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

  protected readonly session: Session
  #workspace: Workspace | undefined
  #page: Page | undefined
  #progress: Progress | undefined

  constructor(argv: string[], config: Config, session: Session) {
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
      this.#progress?.end()
      await this.#workspace?.close()
    }
  }

  /** The project as it is on disk; its problems give the command up. */
  protected async loadProject(flags: SharedFlags): Promise<{ readonly project: Project; readonly page: Page }> {
    const file = needProject(this.session.directory, flags.project)
    const progress = this.progress(flags)
    const project = take(await this.session.engine.loadProject(file, (name) => progress.tell(() => name)))
    return { project, page: this.page(flags, project) }
  }

  /** The SQLite file: the one named, else the project's. */
  protected storeFile(flags: SharedFlags, project: Project): string {
    return flags.database === undefined ? project.store : resolve(this.session.directory, flags.database)
  }

  /** Project and store; the store is closed when the command is over. */
  protected async open(flags: SharedFlags): Promise<Opened> {
    const { project } = await this.loadProject(flags)
    this.#workspace = await this.session.engine.openWorkspace(project, this.storeFile(flags, project))
    return this.now(this.#workspace, project, flags)
  }

  /** Answers once; with `--watch` again and again as the answer changes, until the user interrupts. */
  protected async answerAgain(
    flags: SharedFlags & { readonly watch: boolean },
    answer: (opened: Opened) => Promise<Output>,
  ): Promise<Output> {
    const opened = await this.open(flags)
    if (!flags.watch) return answer(opened)
    const workspace = this.#workspace ?? opened
    const draw = () => answer(this.now(workspace, opened.project, flags))
    return watch(this.session, { draw, version: opened.version }, flags.json === true)
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

  /** Project and store as they are at this moment. */
  private now(workspace: Workspace, project: Project, flags: SharedFlags): Opened {
    const opened = { ...workspace, project }
    return { ...opened, page: this.page(flags, project, opened.directory) }
  }

  private page(flags: SharedFlags, project: Project, directory = project.directory): Page {
    const locale = (flags.locale as Locale | undefined) ?? project.locale
    const { colour, command } = this.session
    const reader = { locale, now: this.session.now(), colour, ...(command !== undefined && { command }) }
    this.#page = openPage(reader, project, directory)
    return this.#page
  }
}
