import * as Args from '@oclif/core/args'
import { commentJson } from '../comment-lines.ts'
import { take } from '../failure.ts'
import { findInstance } from '../find-instance.ts'
import { findWork } from '../find-work.ts'
import { type Output, PicketCommand } from '../picket-command.ts'

/** Remarks on a task or an instance. */
export class Comment extends PicketCommand {
  static override args = { 'task|instance': Args.string({ required: true }), text: Args.string({ required: true }) }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Comment)
    const opened = await this.open(flags)
    const { host, page } = opened
    const claim = this.claim(flags, opened)
    const { instance, task } = await findWork(host, args['task|instance'], claim.person)
    const about = { instance, ...(task && { task: task.id }), text: args.text }
    const comment = take(await host.comment(about, claim))
    const on = page.said(task?.title ?? (await findInstance(host, instance)).row.name)
    return { json: { comment: commentJson(comment) }, text: `${page.say('comment.done', { on })}\n` }
  }
}
