/** The command line over a sample host, with what it prints caught. */
import { join } from 'node:path'
import type { Engine, Project } from '../../cli/engine.ts'
import { run } from '../../cli/run.ts'
import type { Session } from '../../cli/session.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import { type SampleStore, sampleHost, sampleStore } from './sample-host.ts'

/** Monday, 5 January 2026, 09:00 in Shanghai. */
export const monday = Date.parse('2026-01-05T01:00:00Z')

export const projectFolder = join(import.meta.dirname, 'project')

/** What a command printed. */
export interface Printed {
  readonly out: string
  readonly err: string
  readonly code: number
}

/** A terminal with a store of its own, in the folder of the sample project. */
export class Terminal {
  readonly store: SampleStore = sampleStore(monday)
  directory = projectFolder
  colour = false
  input = ''
  engine: Engine = sampleEngine(this.store)

  async type(...argv: string[]): Promise<Printed> {
    let out = ''
    let err = ''
    const session: Session = {
      directory: this.directory,
      colour: this.colour,
      now: () => this.store.now,
      write: (text) => {
        out += text
      },
      complain: (text) => {
        err += text
      },
      readInput: async () => this.input,
      interrupted: AbortSignal.abort(),
      engine: this.engine,
    }
    const code = await run(argv, session)
    return { out, err, code }
  }

  /** The JSON a command answers with. */
  async json(...argv: string[]): Promise<Record<string, unknown>> {
    return JSON.parse((await this.type(...argv, '--json')).out)
  }
}

function sampleEngine(store: SampleStore): Engine {
  return {
    loadProject: async (path) => loadProject(path),
    openWorkspace: async (project) => ({
      host: sampleHost(store, runningOf(project), project.directory),
      directory: project.directory,
      definitionOf: async ({ process }) => project.definitions.get(process),
      loadPeople: async () => ({
        ok: true,
        value: { changes: [{ what: 'person', id: 'xu.yiqing', change: 'added' }], warnings: [] },
      }),
      close: async () => undefined,
    }),
  }
}

function runningOf({ processes, calendars }: Project): ReadonlyMap<string, RunningProcess> {
  return new Map(
    [...processes].flatMap(([id, { machine, params }]) => {
      const calendar = calendars.get(machine.definition.calendar)
      return calendar === undefined ? [] : [[id, { machine, hash: id, params, calendar }] as const]
    }),
  )
}
