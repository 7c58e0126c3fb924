import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { parseDate } from '../../engine/calendar/civil-date.ts'
import { parseDatetime } from '../../engine/calendar/datetime-text.ts'
import { problem } from '../../engine/problem/catalog.ts'
import { nearestName } from '../../engine/problem/nearest-name.ts'
import type { Project } from '../../engine/project/project.ts'
import { rehearse } from '../../engine/rehearsal/rehearse.ts'
import { readScript, type Script } from '../../engine/rehearsal/script.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import { exitCodes, Failure, misuse, refuse, take } from '../failure.ts'
import { filmJson, filmText } from '../film-text.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { readFields } from '../read-fields.ts'

/** Runs a process to its end under a simulated clock and prints the film. */
export class Rehearse extends PicketCommand {
  static override args = { process: Args.string({ required: true }) }
  static override flags = {
    seed: Flags.integer({ default: 1, helpValue: 'NUMBER' }),
    from: Flags.string({ helpValue: 'DATE' }),
    script: Flags.string({ helpValue: 'FILE' }),
  }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Rehearse)
    const { project, page } = await this.loadProject(flags)
    const running = runningIn(project, args.process)
    if (running === undefined) {
      const near = nearestName(args.process, project.processes.keys())
      return refuse(problem('cli/unknown-process', { process: args.process, near }))
    }
    const script = flags.script === undefined ? {} : { script: await this.script(flags.script) }
    const from = flags.from === undefined ? {} : { from: startOf(flags.from, running) }
    const { directory, actions } = project
    const stage = { running: (process: string) => runningIn(project, process), directory, actions }
    const progress = this.progress(flags)
    const told = (steps: number, at: number) =>
      progress.tell(() => page.say('progress.rehearse', { steps, at: page.moment(at) }))
    const film = take(rehearse(stage, args.process, { seed: flags.seed, told, ...from, ...script }))
    const answer = { json: filmJson(film, page), text: filmText(film, running.machine.definition.title, page) }
    if (film.status === 'completed') return answer
    throw new Failure(film.missing ?? [], exitCodes.refused, { answer })
  }

  private async script(file: string): Promise<Script> {
    return take(readScript(await readFields(this.session, { input: file }, [])))
  }
}

/** A process of the project on its calendar. No instance is pinned to it, so its id serves as its hash. */
function runningIn({ processes, calendars }: Project, id: string): RunningProcess | undefined {
  const loaded = processes.get(id)
  const calendar = loaded && calendars.get(loaded.definition.calendar)
  return loaded && calendar && { machine: loaded.machine, hash: id, params: loaded.params, calendar }
}

/** The moment a rehearsal begins: a day begins at nine. */
function startOf(text: string, { calendar }: RunningProcess): number {
  const written = parseDate(text) === undefined ? text : `${text}T09:00`
  return parseDatetime(calendar, written) ?? misuse(problem('cli/bad-date', { text }))
}
