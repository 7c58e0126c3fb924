import { basename, resolve } from 'node:path'
import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { problem } from '../../engine/problem/catalog.ts'
import type { Problem } from '../../engine/problem/problem.ts'
import { refuse, take } from '../failure.ts'
import { askForProject, judgeZone, languageChoices } from '../new-project/ask-for-project.ts'
import { idOf, isChineseZone, type Newcomer, type NewProject } from '../new-project/new-project.ts'
import { projectFiles, vacancies } from '../new-project/project-files.ts'
import { readNewcomer } from '../new-project/read-newcomer.ts'
import { type Roles, shippedRoles } from '../new-project/roles.ts'
import { refuseFilled, writeProject } from '../new-project/write-project.ts'
import type { Page } from '../page.ts'
import { type Output, PicketCommand, type SharedFlags } from '../picket-command.ts'

interface InitFlags extends SharedFlags {
  readonly company?: string | undefined
  readonly zone?: string | undefined
  readonly languages?: string | undefined
  readonly currency?: string | undefined
  readonly person?: string[] | undefined
  readonly json: boolean
}

/** Writes a new project that runs as it stands. */
export class Init extends PicketCommand {
  static override args = { folder: Args.string({ required: true }) }
  static override flags = {
    company: Flags.string({ helpValue: 'NAME' }),
    zone: Flags.string({ helpValue: 'ZONE' }),
    languages: Flags.string({ options: languageChoices, helpValue: 'en,zh' }),
    currency: Flags.string({ helpValue: 'CODE' }),
    person: Flags.string({ multiple: true, multipleNonGreedy: true, helpValue: 'ID:NAME:ROLES' }),
  }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Init)
    const page = this.plainPage(flags)
    const folder = resolve(this.session.directory, args.folder)
    refuseFilled(folder)
    const roles = shippedRoles()
    const project = await this.project(folder, flags, page, roles)
    const files = projectFiles(project)
    await writeProject(folder, files, async (staged) => this.judge(staged))
    const vacant = vacancies(project, roles).flatMap((person) => person.roles)
    const next = nextCommands(args.folder, project, holderOf('project-manager', project))
    return {
      json: { project: project.id, folder: args.folder, files: [...files.keys()], vacant, next },
      text: this.text(page, args.folder, project, vacant, next.map(page.command)),
    }
  }

  private async project(folder: string, flags: InitFlags, page: Page, { titles }: Roles): Promise<NewProject> {
    const roles = new Set(titles.keys())
    const session = flags.json ? { ...this.session, ask: undefined } : this.session
    const told = { ...flags, people: flags.person }
    const usual = {
      company: basename(folder),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      languages: page.locale === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const),
    }
    const { company, zone, languages, people } = await askForProject(session, page, told, usual, roles)
    take(judgeZone(zone))
    const newcomers = people.map((text) => take(readNewcomer(text, languages, roles)))
    refuseTwice(newcomers)
    return {
      id: idOf(company, basename(folder)),
      company,
      zone,
      languages,
      currency: flags.currency ?? (isChineseZone(zone) ? 'CNY' : 'USD'),
      people: newcomers,
      yesterday: new Date(page.now - 86_400_000).toISOString().slice(0, 10),
    }
  }

  /** What the engine itself finds wrong; the place would lie in a folder that is gone by then. */
  private async judge(staged: string): Promise<readonly Problem[]> {
    const answer = await this.session.engine.loadProject(staged)
    const problems = answer.ok ? answer.value.warnings : answer.problems
    return problems.map(({ place: _place, usedAt: _usedAt, ...rest }) => rest)
  }

  private text(
    page: Page,
    folder: string,
    { zone }: NewProject,
    vacant: readonly string[],
    next: readonly string[],
  ): string {
    return [
      page.say('init.written', { folder }),
      ...(vacant.length > 0 ? [page.say('init.vacant', { roles: page.list(vacant) })] : []),
      ...(isChineseZone(zone) ? [] : [page.paint('yellow', page.say('init.noHolidays'))]),
      '',
      page.paint('bold', page.say('show.next')),
      ...next.map((line) => `  ${line}`),
      '',
    ].join('\n')
  }
}

function refuseTwice(people: readonly Newcomer[]): void {
  const twice = people.find(({ id }, at) => people.findIndex((other) => other.id === id) < at)
  if (twice !== undefined) refuse(problem('cli/same-person', { person: twice.id }))
}

function holderOf(role: string, { people }: NewProject): string {
  return people.find(({ roles }) => roles.includes(role))?.id ?? `vacant.${role}`
}

/** Commands that start the programme; the words of each are safe in a shell. */
function nextCommands(folder: string, { company }: NewProject, manager: string): readonly string[] {
  return [
    `cd ${quoted(folder)}`,
    `picket people load organisation.yaml --as ${manager}`,
    `picket start twelve-step-transformation --set ${quoted(`company=${company}`)} --as ${manager}`,
  ]
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}._/=-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
