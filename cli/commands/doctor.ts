import { resolve } from 'node:path'
import * as Flags from '@oclif/core/flags'
import { formatProblem } from '../../engine/problem/format-problem.ts'
import { examine } from '../doctor/examine.ts'
import { exitCodes, Failure } from '../failure.ts'
import { findProject } from '../nearest-project.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { problemJson } from '../problem-json.ts'

/** Says what is wrong with the project, its store and what runs; warnings alone are no failure. */
export class Doctor extends PicketCommand {
  static override flags = { full: Flags.boolean() }

  async run(): Promise<Output> {
    const { flags } = await this.parse(Doctor)
    const { directory, engine } = this.session
    const page = this.plainPage(flags)
    const { asked, problems } = await examine({
      machine: { now: page.now, node: process.versions.node, engine },
      project: findProject(directory, flags.project),
      directory: flags.project ?? directory,
      database: flags.database === undefined ? undefined : resolve(directory, flags.database),
      full: flags.full,
    })
    const checks = asked.length
    const errors = problems.filter(({ severity }) => severity === 'error').length
    const warnings = problems.length - errors
    if (errors > 0) {
      const note = page.say('doctor.ill', { checks, errors, warnings })
      throw new Failure(problems, exitCodes.refused, { answer: { json: { asked }, text: '' }, note })
    }
    const summary = page.say(warnings > 0 ? 'doctor.warned' : 'doctor.well', { checks, warnings })
    return {
      json: { asked, problems: problems.map((found) => problemJson(found, page.locale)) },
      text: [...problems.map((found) => `${formatProblem(found, page.locale)}\n\n`), `${summary}\n`].join(''),
    }
  }
}
