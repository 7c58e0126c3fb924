import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import type { InstanceView } from '../../engine/host/host.ts'
import { problem } from '../../engine/problem/catalog.ts'
import { refuse } from '../failure.ts'
import { findInstance } from '../find-instance.ts'
import { journalTable } from '../journal-table.ts'
import { entryJson } from '../json-forms.ts'
import { type Opened, type Output, PicketCommand } from '../picket-command.ts'
import { type Standing, standingOf } from '../state-titles.ts'
import { statusPage } from '../status-page.ts'
import { whyPage } from '../why-page.ts'

/** Shows where an instance stands. */
export class Show extends PicketCommand {
  static override args = { instance: Args.string({ required: true }) }
  static override flags = { history: Flags.boolean(), why: Flags.boolean({ exclusive: ['history'] }) }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Show)
    const opened = await this.open(flags)
    const { host, page, directory } = opened
    const view = await findInstance(host, args.instance)
    const [process, journal] = await Promise.all([opened.processOf(view.record), host.journal(view.record.id)])
    if (process === undefined) return refuse(problem('cli/definition-gone', { instance: view.record.id }))
    const standing = standingOf(process, view.record, page.now)
    if (flags.why) return this.explain(opened, view, standing)
    const output = statusPage({ view, standing, journal, directory }, page)
    if (!flags.history) return output
    return {
      json: { ...output.json, history: journal.map(entryJson) },
      text: `${output.text}\n${page.paint('bold', page.say('show.history'))}\n${journalTable(journal, standing, await host.tasks({ instance: view.record.id, status: 'all' }), page)}`,
    }
  }

  /** Why it waits instead of where it stands. */
  private async explain({ host, page }: Opened, view: InstanceView, standing: Standing): Promise<Output> {
    const explanation = await host.why(view.record.id)
    if (explanation === undefined) return refuse(problem('cli/definition-gone', { instance: view.record.id }))
    return whyPage({ explanation, view, standing }, page)
  }
}
