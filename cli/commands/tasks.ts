import * as Flags from '@oclif/core/flags'
import { findInstance } from '../find-instance.ts'
import { taskJson } from '../json-forms.ts'
import { type Opened, type Output, PicketCommand, type SharedFlags } from '../picket-command.ts'
import { watch } from '../shared-flags.ts'
import { dueText, whoseText } from '../status-lines.ts'
import { taskTitles } from '../task-titles.ts'

type Listed = SharedFlags & {
  readonly instance?: string | undefined
  readonly role?: string | undefined
  readonly all: boolean
}

/** Lists tasks, as the store orders them: escalated first, then the late ones, then by due time. */
export class Tasks extends PicketCommand {
  static override flags = {
    instance: Flags.string({ helpValue: 'INSTANCE' }),
    role: Flags.string({ helpValue: 'ROLE' }),
    all: Flags.boolean(),
    watch,
  }

  async run(): Promise<Output> {
    const { flags } = await this.parse(Tasks)
    return this.answerAgain(flags, (opened) => this.list(flags, opened))
  }

  private async list(flags: Listed, opened: Opened): Promise<Output> {
    const { host, page } = opened
    const instance = flags.instance === undefined ? undefined : (await findInstance(host, flags.instance)).record.id
    const tasks = await host.tasks({
      ...(instance !== undefined && { instance }),
      ...(flags.role !== undefined && { role: flags.role }),
      ...(flags.as !== undefined && { person: flags.as }),
      ...(flags.all && { status: 'all' as const }),
    })
    const titles = await taskTitles(opened, tasks)
    const rows = tasks.map((task) => [
      task.id,
      titles.get(task.id) ?? '',
      whoseText(task, page),
      task.status === 'open' ? dueText(task, page, 'column') : page.say(`task.${task.status}`),
      page.list(task.escalatedTo.map((id) => page.name(id))),
      page.said(task.instanceName),
    ])
    const none =
      flags.as === undefined ? page.say('tasks.none') : page.say('tasks.noneFor', { person: page.name(flags.as) })
    return {
      json: { tasks: tasks.map((task) => taskJson(task, page)) },
      text: rows.length === 0 ? `${none}\n` : page.table(headings, rows),
    }
  }
}

const headings = [
  'column.task',
  'column.what',
  'column.for',
  'column.due',
  'column.escalated',
  'column.instance',
] as const
