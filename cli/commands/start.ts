import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import { problem } from '../../engine/problem/catalog.ts'
import { nearestName } from '../../engine/problem/nearest-name.ts'
import { refuse, take } from '../failure.ts'
import { type Output, PicketCommand } from '../picket-command.ts'
import { readFields } from '../read-fields.ts'
import { reportMove } from '../report-move.ts'
import { fieldFlags } from '../shared-flags.ts'

/** Figures of the process that this instance shall have, over its defaults. */
const figures = Flags.string({ multiple: true, multipleNonGreedy: true, helpValue: 'NAME=VALUE' })

/** Starts an instance; with a key that is live, finds it. */
export class Start extends PicketCommand {
  static override args = { process: Args.string({ required: true }) }
  static override flags = { ...fieldFlags, id: Flags.string({ helpValue: 'ID' }), param: figures }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Start)
    const opened = await this.open(flags)
    const { host, project, page } = opened
    const definition = project.definitions.get(args.process)
    if (definition === undefined) {
      const near = nearestName(args.process, project.definitions.keys())
      return refuse(problem('cli/unknown-process', { process: args.process, near }))
    }
    const claim = this.claim(flags, opened)
    const input = await readFields(this.session, flags, definition.input)
    const params = await readFields(this.session, { set: flags.param }, definition.params)
    const request = { process: definition.id, input, params, ...(flags.id !== undefined && { id: flags.id }) }
    const started = take(await host.start(request, claim))
    const key = started.found ? 'start.found' : 'start.started'
    const report = await reportMove(opened, started, (name) => page.say(key, { name }))
    const isEstimated = started.record.timers.some(({ estimated }) => estimated === true)
    return {
      json: { ...report.json, found: started.found },
      text: report.text + (isEstimated ? `${page.paint('yellow', page.say('start.estimated'))}\n` : ''),
    }
  }
}
