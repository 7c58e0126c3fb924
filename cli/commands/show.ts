import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { problem } from '../../engine/problem/catalog.ts'
import { refuse } from '../failure.ts'
import { findInstance } from '../find-instance.ts'
import { journalTable } from '../journal-table.ts'
import { entryJson } from '../json-forms.ts'
import { type Output, PicketCommand, type Shown } from '../picket-command.ts'
import { watch } from '../shared-flags.ts'
import { standingOf } from '../state-titles.ts'
import { statusPage } from '../status-page.ts'
import { whyPage } from '../why-page.ts'

/** Shows where an instance stands. */
export class Show extends PicketCommand {
  static override args = { instance: Args.string({ required: true }) }
  static override flags = {
    history: Flags.boolean(),
    why: Flags.boolean({ exclusive: ['history'] }),
    watch,
  }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Show)
    return this.answerAgain(flags, (opened) =>
      flags.why ? this.explain(args.instance, opened) : this.status(args.instance, flags.history, opened),
    )
  }

  private async status(instance: string, withHistory: boolean, opened: Shown): Promise<Output> {
    const { host, page, directory } = opened
    const view = await findInstance(host, instance)
    const { id } = view.record
    const [process, journal] = await Promise.all([opened.processOf(view.record), host.journal(id)])
    if (process === undefined) return refuse(problem('cli/definition-gone', { instance: id }))
    const standing = standingOf(process, view.record, page.now)
    const comments = await host.comments(id)
    const output = statusPage({ view, standing, journal, comments, directory }, page)
    if (!withHistory) return output
    const tasks = await host.tasks({ instance: id, status: 'all' })
    const history = journalTable(journal, standing, tasks, page, comments)
    return {
      json: { ...output.json, history: journal.map(entryJson) },
      text: `${output.text}\n${page.paint('bold', page.say('show.history'))}\n${history}`,
    }
  }

  /** Why it waits instead of where it stands. */
  private async explain(instance: string, { host, page, processOf }: Shown): Promise<Output> {
    const view = await findInstance(host, instance)
    const { id } = view.record
    const [process, explanation] = await Promise.all([processOf(view.record), host.why(id)])
    if (process === undefined || explanation === undefined) {
      return refuse(problem('cli/definition-gone', { instance: id }))
    }
    return whyPage({ explanation, view, standing: standingOf(process, view.record, page.now) }, page)
  }
}
