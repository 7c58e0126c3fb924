import * as Args from '@oclif/core/args'
import { take } from '../failure.ts'
import { findTask } from '../find-task.ts'
import { evidenceJson, numberedEvidence } from '../numbered-evidence.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { readSource } from '../read-evidence.ts'

/** Attaches evidence to an open task. */
export class Attach extends PicketCommand {
  static override args = {
    task: Args.string({ required: true }),
    kind: Args.string({ required: true }),
    'file|url': Args.string({ required: true }),
  }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Attach)
    const opened = await this.open(flags)
    const { host, page } = opened
    const claim = this.claim(flags, opened)
    const task = await findTask(host, args.task, claim.person)
    const row = take(await host.attach(task.id, readSource(this.session.directory, args.kind, args['file|url']), claim))
    const { length: number } = (await numberedEvidence(host, task.id)).filter((each) => each.row.kind === row.kind)
    const blanks = { title: page.said(task.title), what: row.name ?? row.url ?? '' }
    return { json: { evidence: evidenceJson({ row, number }) }, text: `${page.say('attach.done', blanks)}\n` }
  }
}
