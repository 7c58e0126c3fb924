import * as Args from '@oclif/core/args'
import { take } from '../failure.ts'
import { findTask } from '../find-task.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { taskOutput } from '../task-operation.ts'

/** Takes a task. */
export class Claim extends PicketCommand {
  static override args = { task: Args.string({ required: true }) }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Claim)
    const opened = await this.open(flags)
    const claim = this.claim(flags, opened)
    const { id } = await findTask(opened.host, args.task, claim.person)
    return taskOutput(take(await opened.host.claimTask(id, claim)), 'task.claimed', opened.page)
  }
}
