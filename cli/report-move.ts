/** What came of a move: where the instance stands now, and the work it opened. */
import type { Moved, TaskRow } from '../engine/host/host.ts'
import { iso, taskJson } from './json-forms.ts'
import { shortName } from './next-commands.ts'
import type { Page } from './page.ts'
import type { Opened, Output } from './picket-command.ts'
import { activeLeaves, placedTitle, type Standing, standingOf, withPlace } from './state-titles.ts'
import { dueText, inOrder, whoseText } from './status-lines.ts'
import { lines } from './table.ts'

/** Works off what the move made due, so that a laptop needs no second process; then tells what came of all of it. */
export async function reportMove(opened: Opened, moved: Moved, headline: (name: string) => string): Promise<Output> {
  const { host, page } = opened
  const worked = await host.runDue()
  const view = await host.instance(moved.instance)
  const record = view?.record ?? moved.record
  const process = await opened.processOf(record)
  const standing = process && standingOf(process, record, page.now)
  const first = moved.entries[0]?.step ?? record.step + 1
  const tasks = inOrder((view?.tasks ?? []).filter((task) => task.status === 'open' && stepOf(task) >= first))
  const { timers, effects, incidents } = worked
  return {
    json: {
      instance: moved.instance,
      process: record.process,
      status: record.suspendedAt === undefined ? record.status : 'suspended',
      step: record.step,
      at: iso(record.at),
      entered: moved.entries.flatMap(({ entered }) => entered),
      left: moved.entries.flatMap(({ left }) => left),
      tasks: tasks.map((task) => taskJson(task, page)),
      worked: { timers, effects, incidents },
    },
    text: [
      headline(view === undefined ? moved.instance : page.said(view.row.name)),
      ...(standing === undefined ? [] : nowLines(standing, page)),
      ...(incidents > 0 ? [page.paint('red', page.say('move.incidents', { incidents }))] : []),
      ...(standing === undefined || tasks.length === 0 ? [] : openedLines(tasks, standing, page)),
      page.paint('dim', page.command(`picket show ${shortName(record.process, moved.instance)}`)),
      '',
    ].join('\n'),
  }
}

/** The step that opened a task: its id is `<instance>/<step>/<index>`. */
function stepOf({ id, instance }: TaskRow): number {
  return Number(id.slice(instance.length + 1).split('/')[0])
}

/** Titles of the active states, without those that only the rest of the instance can move on. */
function nowLines(standing: Standing, page: Page): string[] {
  const isOver = standing.record.status === 'completed' || standing.record.status === 'cancelled'
  const titles = activeLeaves(standing)
    .filter(({ kind, work, transitions }) => {
      const isIdle = work === undefined && transitions.every(({ trigger }) => trigger.kind === 'always')
      return kind === 'final' || !isIdle
    })
    .map((leaf) => placedTitle(standing, leaf, page))
  const states = [...new Set(titles)].slice(0, mostStates).join(' · ')
  if (states === '') return []
  return [isOver ? page.say('move.ended', { outcome: states }) : page.say('move.now', { states })]
}

const mostStates = 6

function openedLines(tasks: readonly TaskRow[], standing: Standing, page: Page): string[] {
  const rows = tasks.map((task) => [
    withPlace(standing, task.state, page.said(task.title), page),
    whoseText(task, page),
    dueText(task, page),
    page.paint('dim', task.id),
  ])
  return [page.say('move.opened'), lines(rows, '  ').trimEnd()]
}
