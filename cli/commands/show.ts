import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { problem } from '../../engine/problem/catalog.ts'
import { refuse } from '../failure.ts'
import { findInstance } from '../find-instance.ts'
import { journalTable } from '../journal-table.ts'
import { entryJson } from '../json-forms.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { standingOf } from '../state-titles.ts'
import { statusPage } from '../status-page.ts'

/** Shows where an instance stands. */
export class Show extends PicketCommand {
  static override args = { instance: Args.string({ required: true }) }
  static override flags = { history: Flags.boolean() }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Show)
    const opened = await this.look(flags)
    const { host, page, directory } = opened
    const view = await findInstance(host, args.instance)
    const [definition, journal] = await Promise.all([opened.definitionOf(view.record), host.journal(view.record.id)])
    if (definition === undefined) return refuse(problem('cli/definition-gone', { instance: view.record.id }))
    const standing = standingOf(definition, view.record)
    const output = statusPage({ view, standing, journal, directory }, page)
    if (!flags.history) return output
    return {
      json: { ...output.json, history: journal.map(entryJson) },
      text: `${output.text}\n${page.paint('bold', page.say('show.history'))}\n${journalTable(journal, standing, await host.tasks({ instance: view.record.id, status: 'all' }), page)}`,
    }
  }
}
