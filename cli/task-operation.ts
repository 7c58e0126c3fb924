/** Claiming, releasing and assigning: operations of the store on a task, no move of the process. */
import type { TaskRow } from '../engine/host/host.ts'
import { taskJson } from './json-forms.ts'
import type { MessageKey } from './messages.ts'
import type { Page } from './page.ts'
import type { Output } from './picket-command.ts'

/** What became of the task. */
export function taskOutput(task: TaskRow, key: MessageKey, page: Page): Output {
  const person = page.name(task.assignee ?? task.person ?? task.role ?? '')
  return {
    json: { task: taskJson(task, page) },
    text: `${page.say(key, { title: page.said(task.title), person })}\n`,
  }
}
