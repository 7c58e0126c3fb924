import { resolve } from 'node:path'
import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { take } from '../failure.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { problemJson } from '../problem-json.ts'

/** Brings an organisation into the store, which is the truth from then on. */
export class PeopleLoad extends PicketCommand {
  static override args = { file: Args.string({ required: true }) }
  static override flags = { remove: Flags.boolean() }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(PeopleLoad)
    const opened = await this.open(flags)
    const { page } = opened
    const file = resolve(this.session.directory, args.file)
    const { changes, warnings } = take(await opened.loadPeople(file, flags.remove, this.claim(flags, opened)))
    const count = (change: string) => changes.filter((each) => each.change === change).length
    const kept = changes.filter(({ change }) => change === 'kept').map(({ id }) => id)
    const counts = {
      added: count('added'),
      changed: count('changed'),
      removed: count('removed'),
      unchanged: count('unchanged'),
    }
    return {
      json: {
        changes: changes.map(({ what, id, change }) => ({ what, id, change })),
        problems: warnings.map((warning) => problemJson(warning, page.locale)),
      },
      text: [
        page.say('people.loaded', counts),
        ...(kept.length > 0 ? [page.say('people.kept', { ids: page.list(kept) })] : []),
        '',
      ].join('\n'),
    }
  }
}
