import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { take } from '../failure.ts'
import { findTask } from '../find-task.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { readEvidence } from '../read-evidence.ts'
import { readFields } from '../read-fields.ts'
import { reportMove } from '../report-move.ts'
import { comment, fieldFlags } from '../shared-flags.ts'

/** Completes a task: its form and its evidence. */
export class Complete extends PicketCommand {
  static override args = { task: Args.string({ required: true }) }
  static override flags = {
    ...fieldFlags,
    evidence: Flags.string({ multiple: true, multipleNonGreedy: true, helpValue: 'KIND=FILE|URL' }),
    comment,
  }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Complete)
    const opened = await this.open(flags)
    const claim = this.claim(flags, opened)
    const task = await findTask(opened.host, args.task, claim.person)
    const form = await readFields(this.session, flags, task.form)
    const evidence = readEvidence(this.session.directory, flags.evidence ?? [])
    const request = { task: task.id, form, evidence, ...(flags.comment !== undefined && { comment: flags.comment }) }
    const moved = take(await opened.host.complete(request, claim))
    const title = opened.page.said(task.title)
    return reportMove(opened, moved, () => opened.page.say('complete.done', { title }))
  }
}
