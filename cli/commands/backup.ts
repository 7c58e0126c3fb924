import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import * as Args from '@oclif/core/args'
import { take } from '../failure.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { summaryJson, summaryText } from '../store-summary.ts'

/** A store of so many bytes takes more than a moment to copy. */
const large = 64 * 1024 * 1024

/** Copies the store into a new file, also while others work on it. */
export class Backup extends PicketCommand {
  static override args = { file: Args.string({ required: true }) }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Backup)
    const { settings, page } = await this.loadSettings(flags)
    const store = this.storeFile(flags, settings)
    const isLong = (statSync(store, { throwIfNoEntry: false })?.size ?? 0) > large
    this.progress(flags).tell(() => page.say('progress.copy', { file: store }), isLong)
    const summary = take(await this.session.engine.backup(store, resolve(this.session.directory, args.file)))
    return {
      json: { file: args.file, ...summaryJson(summary) },
      text: `${page.paint('green', page.say('backup.done', { file: args.file }))}\n${summaryText(summary, page)}\n`,
    }
  }
}
