import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { problem } from '../../engine/problem/catalog.ts'
import { refuse } from '../failure.ts'
import { findInstance } from '../find-instance.ts'
import { journalTable } from '../journal-table.ts'
import { entryJson } from '../json-forms.ts'
import { type Opened, type Output, PicketCommand } from '../picket-command.ts'
import { watch } from '../shared-flags.ts'
import { standingOf } from '../state-titles.ts'
import { statusPage } from '../status-page.ts'

/** Shows where an instance stands. */
export class Show extends PicketCommand {
  static override args = { instance: Args.string({ required: true }) }
  static override flags = { history: Flags.boolean(), watch }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Show)
    return this.answerAgain(flags, (opened) => this.status(args.instance, flags.history, opened))
  }

  private async status(instance: string, withHistory: boolean, opened: Opened): Promise<Output> {
    const { host, page, directory } = opened
    const view = await findInstance(host, instance)
    const { id } = view.record
    const [definition, journal] = await Promise.all([opened.definitionOf(view.record), host.journal(id)])
    if (definition === undefined) return refuse(problem('cli/definition-gone', { instance: id }))
    const standing = standingOf(definition, view.record)
    const [comments, tasks] = await Promise.all([host.comments(id), host.tasks({ instance: id, status: 'all' })])
    const output = statusPage({ view, standing, journal, comments, directory }, page)
    if (!withHistory) return output
    const history = journalTable(journal, standing, tasks, page, comments)
    return {
      json: { ...output.json, history: journal.map(entryJson) },
      text: `${output.text}\n${page.paint('bold', page.say('show.history'))}\n${history}`,
    }
  }
}
