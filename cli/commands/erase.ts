import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import type { Erasure } from '../../engine/host/host.ts'
import { take } from '../failure.ts'
import type { Page } from '../page.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { yes } from '../shared-flags.ts'

/** Erases what a person wrote; tells beforehand what that is. */
export class Erase extends PicketCommand {
  static override args = { person: Args.string({ required: true }) }
  static override flags = { 'dry-run': Flags.boolean(), yes }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Erase)
    const opened = await this.open(flags)
    const { page } = opened
    const claim = this.claim(flags, opened)
    const would = take(await opened.erase(args.person, true, claim))
    const told = wouldText(would, page)
    if (flags['dry-run']) return answerOf(would, [told, page.say('erase.dry')])
    await this.confirm(flags, `${told}\n${page.say('erase.sure')}`)
    this.progress(flags).tell(() => page.say('progress.erase'))
    const erased = take(await opened.erase(args.person, false, claim))
    const log = erased.purged ? [] : [page.paint('yellow', page.say('erase.log'))]
    return answerOf(erased, [told, page.say('erase.done'), ...log])
  }
}

function wouldText({ person, entries, instances, comments }: Erasure, page: Page): string {
  return page.say('erase.would', { person: page.name(person), entries, instances, comments })
}

function answerOf({ person, entries, instances, comments, purged }: Erasure, lines: readonly string[]): Output {
  return { json: { person, entries, instances, comments, purged }, text: `${lines.join('\n')}\n` }
}
