import * as Args from '@oclif/core/args'
import { controlInstance } from '../control-instance.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { comment } from '../shared-flags.ts'

/** Cancels an instance. */
export class Cancel extends PicketCommand {
  static override args = { instance: Args.string({ required: true }) }
  static override flags = { comment }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Cancel)
    const opened = await this.open(flags)
    const asked = { instance: args.instance, comment: flags.comment, claim: this.claim(flags, opened) }
    return controlInstance(opened, asked, { operation: 'cancel' })
  }
}
