import * as Flags from '@oclif/core/flags'
import type { Host, Worked } from '../../engine/host/host.ts'
import { iso } from '../json-forms.ts'
import type { Page } from '../page.ts'
import { type Output, PicketCommand } from '../picket-command.ts'

/** How long a worker sleeps at most (ms): another process may have made something due. */
const longestSleep = 2000

/** Works off timers and actions as they fall due, until interrupted or, with `--until-idle`, until nothing is due. */
export class Run extends PicketCommand {
  static override flags = { 'until-idle': Flags.boolean() }

  async run(): Promise<Output> {
    const { flags } = await this.parse(Run)
    const { host, page } = await this.open(flags)
    let worked = await workOff(host)
    if (!flags['until-idle']) {
      this.session.complain(`${page.say('run.working')}\n`)
      while (!this.session.interrupted.aborted) {
        await this.pause(await host.nextDue())
        worked = sum(worked, await workOff(host))
      }
    }
    return this.report(worked, await host.nextDue(), page)
  }

  private async pause(next: number | undefined): Promise<void> {
    const wait = Math.min(longestSleep, Math.max(0, (next ?? Number.POSITIVE_INFINITY) - this.session.now()))
    await this.session.pause(wait)
  }

  private report(worked: Worked, next: number | undefined, page: Page): Output {
    const { timers, effects, incidents } = worked
    const then = next === undefined ? page.say('run.idle') : page.say('run.next', { at: page.moment(next) })
    return {
      json: { worked: { timers, effects, incidents }, ...(next !== undefined && { nextDue: iso(next) }) },
      text: `${page.say('run.done', { timers, effects, incidents })} ${then}\n`,
    }
  }
}

/** Works until a round finds nothing: what is worked off may make more due. */
async function workOff(host: Host): Promise<Worked> {
  let total: Worked = { timers: 0, effects: 0, incidents: 0 }
  for (;;) {
    const round = await host.runDue()
    total = sum(total, round)
    if (round.timers + round.effects === 0) return total
  }
}

function sum(a: Worked, b: Worked): Worked {
  return { timers: a.timers + b.timers, effects: a.effects + b.effects, incidents: a.incidents + b.incidents }
}
