import * as Args from '@oclif/core/args'
import { findWork } from '../find-work.ts'
import { evidenceJson, numberedEvidence } from '../numbered-evidence.ts'
import { type Output, PicketCommand } from '../picket-command.ts'

/** Lists what is attached to a task, or to all tasks of an instance. */
export class EvidenceList extends PicketCommand {
  static override args = { 'task|instance': Args.string({ required: true }) }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(EvidenceList)
    const { host, page } = await this.open(flags)
    const { instance, task } = await findWork(host, args['task|instance'], flags.as)
    const tasks = task === undefined ? await host.tasks({ instance, status: 'all' }) : [task]
    const byTask = await Promise.all(tasks.map(({ id }) => numberedEvidence(host, id)))
    const all = byTask.flat().sort((a, b) => a.row.at - b.row.at)
    const rows = all.map(({ row, number }) => [
      row.task,
      row.kind,
      String(number),
      row.name ?? row.url ?? '',
      row.size === undefined ? '' : String(row.size),
      page.name(row.by),
      page.moment(row.at),
      row.sha256 ?? '',
    ])
    return {
      json: { evidence: all.map(evidenceJson) },
      text: rows.length === 0 ? `${page.say('evidence.none')}\n` : page.table(headings, rows),
    }
  }
}

const headings = [
  'column.task',
  'column.kind',
  'column.number',
  'column.what',
  'column.size',
  'column.who',
  'column.at',
  'column.sha256',
] as const
