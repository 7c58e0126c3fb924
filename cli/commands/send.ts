import * as Args from '@oclif/core/args'
import { take } from '../failure.ts'
import { findInstance } from '../find-instance.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { readFields } from '../read-fields.ts'
import { reportMove } from '../report-move.ts'
import { comment, fieldFlags } from '../shared-flags.ts'

/** Sends an event to an instance. */
export class Send extends PicketCommand {
  static override args = { instance: Args.string({ required: true }), event: Args.string({ required: true }) }
  static override flags = { ...fieldFlags, comment }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Send)
    const opened = await this.open(flags)
    const claim = this.claim(flags, opened)
    const { record } = await findInstance(opened.host, args.instance)
    const process = await opened.processOf(record)
    const data = await readFields(this.session, flags, process?.machine.definition.events[args.event]?.with ?? [])
    const request = { instance: record.id, event: args.event, data }
    const moved = take(
      await opened.host.send({ ...request, ...(flags.comment !== undefined && { comment: flags.comment }) }, claim),
    )
    return reportMove(opened, moved, (name) => opened.page.say('send.sent', { event: args.event, name }))
  }
}
