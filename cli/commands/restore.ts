import { resolve } from 'node:path'
import * as Args from '@oclif/core/args'
import { take } from '../failure.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { yes } from '../shared-flags.ts'
import { summaryJson, summaryText } from '../store-summary.ts'

/** Puts a backup in the place of the store. */
export class Restore extends PicketCommand {
  static override args = { file: Args.string({ required: true }) }
  static override flags = { yes }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Restore)
    const { settings, page } = await this.loadSettings(flags)
    const store = this.storeFile(flags, settings)
    await this.confirm(flags, page.say('restore.sure', { file: args.file, store }))
    this.progress(flags).tell(() => page.say('progress.copy', { file: args.file }))
    const { kept, ...summary } = take(
      await this.session.engine.restore(store, resolve(this.session.directory, args.file)),
    )
    const lines = [
      page.paint('green', page.say('restore.done', { store })),
      summaryText(summary, page),
      ...(kept === undefined ? [] : [page.say('restore.kept', { kept })]),
      ...(summary.pending === 0 ? [] : [page.say('restore.pending', { pending: summary.pending })]),
    ]
    return {
      json: { store, ...summaryJson(summary), ...(kept !== undefined && { kept }) },
      text: `${lines.join('\n')}\n`,
    }
  }
}
