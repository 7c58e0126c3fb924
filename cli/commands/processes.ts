import { type Output, PicketCommand } from '../picket-command.ts'

/** Lists the processes of the project. */
export class Processes extends PicketCommand {
  async run(): Promise<Output> {
    const { flags } = await this.parse(Processes)
    const { project, page } = await this.loadProject(flags)
    const definitions = [...project.definitions.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    const rows = definitions.map(({ id, version, title }) => [id, version, page.text(title)])
    return {
      json: {
        processes: definitions.map(({ id, version, title, input, events }) => ({
          id,
          version,
          title: page.text(title),
          input: input.map(({ name, optional, default: value }) => ({
            name,
            required: !optional && value === undefined,
          })),
          events: Object.keys(events),
        })),
      },
      text:
        rows.length === 0
          ? `${page.say('processes.none')}\n`
          : page.table(['column.process', 'column.version', 'column.title'], rows),
    }
  }
}
