import * as Flags from '@oclif/core/flags'
import type { InstanceRow } from '../../engine/host/host.ts'
import { instanceJson } from '../json-forms.ts'
import { type Output, PicketCommand } from '../picket-command.ts'

const statuses = ['running', 'ending', 'suspended', 'completed', 'cancelled'] as const

/** Lists the instances. */
export class List extends PicketCommand {
  static override flags = {
    process: Flags.string({ helpValue: 'PROCESS' }),
    status: Flags.string({ options: [...statuses], helpValue: 'STATUS' }),
  }

  async run(): Promise<Output> {
    const { flags } = await this.parse(List)
    const { host, page } = await this.look(flags)
    const status = statuses.find((each) => each === flags.status)
    const rows = await host.instances({
      ...(flags.process !== undefined && { process: flags.process }),
      ...(status !== undefined && { status }),
    })
    const cells = ({ id, name, status: is, startedAt, openTasks, lateTasks, incidents }: InstanceRow) => [
      id,
      page.said(name),
      page.say(`status.${is}`),
      page.moment(startedAt),
      count(openTasks),
      page.paint('red', count(lateTasks)),
      page.paint('red', count(incidents)),
    ]
    const isFiltered = flags.process !== undefined || status !== undefined
    return {
      json: { instances: rows.map((row) => instanceJson(row, page)) },
      text:
        rows.length === 0
          ? `${page.say(isFiltered ? 'list.noMatch' : 'list.none')}\n`
          : page.table(headings, rows.map(cells)),
    }
  }
}

const headings = [
  'column.instance',
  'column.name',
  'column.status',
  'column.started',
  'column.open',
  'column.late',
  'column.incidents',
] as const

function count(amount: number): string {
  return amount === 0 ? '' : String(amount)
}
