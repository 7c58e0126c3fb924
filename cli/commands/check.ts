import { existsSync, statSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { dateText, parseDate } from '../../engine/calendar/civil-date.ts'
import type { Definition } from '../../engine/definition/definition.ts'
import { problem } from '../../engine/problem/catalog.ts'
import { formatProblem } from '../../engine/problem/format-problem.ts'
import type { Locale, Problem } from '../../engine/problem/problem.ts'
import type { Project } from '../engine.ts'
import { exitCodes, Failure, misuse } from '../failure.ts'
import { guessLocale, needProject } from '../find-project.ts'
import { openPage } from '../page.ts'
import { type Output, PicketCommand, type SharedFlags } from '../picket-command.ts'
import { problemJson } from '../problem-json.ts'
import { nearby, sourcesOf } from '../sources.ts'

type CheckFlags = SharedFlags & { readonly from?: string | undefined }

interface Judgement {
  readonly problems: readonly Problem[]
  /** Ids of the processes that were judged. */
  readonly processes: readonly string[]
}

/** Judges definitions; warnings alone are no failure. */
export class Check extends PicketCommand {
  static override args = { path: Args.string() }
  static override strict = false
  static override flags = { from: Flags.string({ helpValue: 'DATE' }) }

  async run(): Promise<Output> {
    const { argv, flags } = await this.parse(Check)
    const { directory, colour } = this.session
    const judged: Judgement[] = []
    for (const path of argv.length === 0 ? [undefined] : argv.map(String)) judged.push(await this.judge(path, flags))
    const locale = (flags.locale as Locale | undefined) ?? guessLocale(directory, this.argv)
    const page = openPage({ locale, now: this.session.now(), colour }, { zone: 'UTC', currency: '' })
    const problems = judged.flatMap((each) => each.problems.map((found) => nearby(found, directory)))
    const errors = problems.filter(({ severity }) => severity === 'error').length
    const warnings = problems.length - errors
    if (errors > 0)
      throw new Failure(problems, exitCodes.refused, { note: page.say('check.failed', { errors, warnings }) })
    const ids = [...new Set(judged.flatMap(({ processes }) => processes))].sort()
    const sources = sourcesOf(problems, directory)
    return {
      json: { processes: ids, problems: problems.map((found) => problemJson(found, locale)) },
      text: [
        ...problems.map((found) => `${formatProblem(found, locale, sources)}\n\n`),
        `${page.say(warnings > 0 ? 'check.warned' : 'check.clean', { processes: ids.length, warnings })}\n`,
      ].join(''),
    }
  }

  /** A file or folder is judged with the project around it, and told of alone. */
  private async judge(path: string | undefined, flags: CheckFlags): Promise<Judgement> {
    const { directory, engine } = this.session
    const root = path === undefined ? undefined : resolve(directory, path)
    if (path !== undefined && root !== undefined && !existsSync(root)) {
      misuse(problem('cli/no-file', { file: path, detail: 'ENOENT: no such file or directory' }))
    }
    const project = needProject(root === undefined ? directory : folderOf(root), flags.project)
    const answer = await engine.loadProject(project, (name) => this.progress(flags).tell(() => name))
    const isMeant = (file: string | undefined) =>
      root === undefined ||
      basename(root) === 'picket.yaml' ||
      (file !== undefined && !relative(root, resolve(file)).startsWith('..'))
    const found = answer.ok ? answer.value.warnings : answer.problems
    const definitions = answer.ok ? [...answer.value.definitions.values()] : []
    const meant = definitions.filter(({ place }) => isMeant(place.file))
    const ends = answer.ok && flags.from !== undefined ? calendarsThatEnd(answer.value, meant, flags.from) : []
    return {
      problems: [...found.filter(({ place }) => isMeant(place?.file)), ...ends],
      processes: meant.map(({ id }) => id),
    }
  }
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? path : dirname(path)
}

/** How far a programme needs to see from the day it begins: about a year. */
const yearOfDays = 366

/** A warning for each calendar in use whose holidays are not known for a year from a day on. */
function calendarsThatEnd(project: Project, definitions: readonly Definition[], from: string): readonly Problem[] {
  const day = parseDate(from) ?? misuse(problem('cli/bad-date', { text: from }))
  return [...new Set(definitions.map(({ calendar }) => calendar))].flatMap((id) => {
    const through = project.calendars.get(id)?.validThrough
    if (through === undefined || through >= day + yearOfDays) return []
    return [problem('cli/calendar-ends', { calendar: id, through: dateText(through), from })]
  })
}
