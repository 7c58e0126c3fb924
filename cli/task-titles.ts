import type { TaskRow } from '../engine/host/host.ts'
import type { Shown } from './picket-command.ts'
import { type Standing, standingOf, withPlace } from './state-titles.ts'

/** Titles of tasks by id, each with the state it belongs to where the title alone would not say. */
export async function taskTitles(opened: Shown, tasks: readonly TaskRow[]): Promise<ReadonlyMap<string, string>> {
  const { page } = opened
  const standings = new Map<string, Standing | undefined>()
  for (const instance of new Set(tasks.map((task) => task.instance))) {
    standings.set(instance, await standingIn(opened, instance))
  }
  return new Map(
    tasks.map((task) => {
      const standing = standings.get(task.instance)
      const title = page.said(task.title)
      return [task.id, standing === undefined ? title : withPlace(standing, task.state, title, page)]
    }),
  )
}

async function standingIn({ host, processOf, page }: Shown, instance: string): Promise<Standing | undefined> {
  const view = await host.instance(instance)
  const process = view && (await processOf(view.record))
  return process && standingOf(process, view.record, page.now)
}
