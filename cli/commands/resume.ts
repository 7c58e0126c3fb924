import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { controlInstance } from '../control-instance.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { comment } from '../shared-flags.ts'

/** Resumes an instance. */
export class Resume extends PicketCommand {
  static override args = { instance: Args.string({ required: true }) }
  static override flags = { 'keep-dates': Flags.boolean(), comment }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Resume)
    const opened = await this.open(flags)
    const asked = { instance: args.instance, comment: flags.comment, claim: this.claim(flags, opened) }
    return controlInstance(opened, asked, { operation: 'resume', keepDates: flags['keep-dates'] })
  }
}
