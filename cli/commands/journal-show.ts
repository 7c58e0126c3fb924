import * as Args from '@oclif/core/args'
import { problem } from '../../engine/problem/catalog.ts'
import { refuse } from '../failure.ts'
import { findInstance } from '../find-instance.ts'
import { journalTable } from '../journal-table.ts'
import { entryJson } from '../json-forms.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { standingOf } from '../state-titles.ts'

/** Shows the journal of an instance, entry by entry. */
export class JournalShow extends PicketCommand {
  static override args = { instance: Args.string({ required: true }) }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(JournalShow)
    const opened = await this.look(flags)
    const { record } = await findInstance(opened.host, args.instance)
    const [process, journal] = await Promise.all([opened.processOf(record), opened.host.journal(record.id)])
    const tasks = await opened.host.tasks({ instance: record.id, status: 'all' })
    if (process === undefined) return refuse(problem('cli/definition-gone', { instance: record.id }))
    return {
      json: { instance: record.id, entries: journal.map(entryJson) },
      text: journalTable(journal, standingOf(process, record, opened.page.now), tasks, opened.page),
    }
  }
}
