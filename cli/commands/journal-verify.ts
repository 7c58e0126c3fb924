import * as Args from '@oclif/core/args'
import { take } from '../failure.ts'
import { findInstance } from '../find-instance.ts'
import { type Output, PicketCommand } from '../picket-command.ts'

/** Proves a journal: its chain, and a replay against the pinned definition. */
export class JournalVerify extends PicketCommand {
  static override args = { instance: Args.string({ required: true }) }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(JournalVerify)
    const { host, page } = await this.open(flags)
    const { record } = await findInstance(host, args.instance)
    const progress = this.progress(flags)
    const told = (entry: number, of: number) => progress.tell(() => page.say('progress.verify', { entry, of }))
    const { entries, erased, head } = take(await host.verify(record.id, told))
    const gone = erased.length === 0 ? [] : [page.say('journal.erased', { steps: page.list(erased.map(String)) })]
    return {
      json: { instance: record.id, entries, erased, head },
      text: [
        page.paint('green', page.say('journal.proved', { entries })),
        ...gone,
        page.say('journal.head', { head }),
        '',
      ].join('\n'),
    }
  }
}
