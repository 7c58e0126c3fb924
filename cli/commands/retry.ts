import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { controlInstance } from '../control-instance.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { comment } from '../shared-flags.ts'

/** Tries again what failed for good. */
export class Retry extends PicketCommand {
  static override args = { instance: Args.string({ required: true }) }
  static override flags = { incident: Flags.string({ helpValue: 'ID' }), comment }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Retry)
    const opened = await this.open(flags)
    const asked = { instance: args.instance, comment: flags.comment, claim: this.claim(flags, opened) }
    return controlInstance(opened, asked, {
      operation: 'retry',
      ...(flags.incident !== undefined && { incident: flags.incident }),
    })
  }
}
