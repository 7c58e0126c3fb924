import * as Args from '@oclif/core/args'
import { take } from '../failure.ts'
import { findTask } from '../find-task.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { reportMove } from '../report-move.ts'
import { comment } from '../shared-flags.ts'

/** Votes on an approval. */
export class Decide extends PicketCommand {
  static override args = {
    task: Args.string({ required: true }),
    decision: Args.string({ required: true, options: ['approve', 'reject'] }),
  }
  static override flags = { comment }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Decide)
    const opened = await this.open(flags)
    const claim = this.claim(flags, opened)
    const task = await findTask(opened.host, args.task, claim.person)
    const approved = args.decision === 'approve'
    const request = { task: task.id, approved, ...(flags.comment !== undefined && { comment: flags.comment }) }
    const moved = take(await opened.host.decide(request, claim))
    const title = opened.page.said(task.title)
    return reportMove(opened, moved, () => opened.page.say(approved ? 'decide.approved' : 'decide.rejected', { title }))
  }
}
