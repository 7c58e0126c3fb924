/** The command line over a sample host, with what it prints caught. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Engine, Project } from '../../cli/engine.ts'
import { run } from '../../cli/run.ts'
import type { Session } from '../../cli/session.ts'
import type { CalendarDocument } from '../../engine/calendar/calendar-document.ts'
import { compileCalendar } from '../../engine/calendar/compile-calendar.ts'
import type { Definition } from '../../engine/definition/definition.ts'
import { readDefinition } from '../../engine/definition/read-definition.ts'
import { readDocuments } from '../../engine/definition/read-documents.ts'
import { readZoneOffsets } from '../../engine/host/zone-offsets.ts'
import { compileMachine } from '../../engine/machine/compile-machine.ts'
import { emptyDirectory } from '../../engine/people/directory.ts'
import { directoryOf, type OrganisationDocument } from '../../engine/people/organisation.ts'
import type { Problem } from '../../engine/problem/problem.ts'
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
    loadProject: async (path) => {
      const { project, problems } = readProject(path)
      return problems.length > 0 ? { ok: false, problems } : { ok: true, value: project }
    },
    openWorkspace: async (project) => {
      const processes = new Map([...project.definitions].map(([id, definition]) => [id, runningOf(definition)]))
      return {
        host: sampleHost(store, processes, project.directory),
        directory: project.directory,
        definitionOf: async ({ process }) => project.definitions.get(process),
        loadPeople: async () => ({
          ok: true,
          value: { changes: [{ what: 'person', id: 'xu.yiqing', change: 'added' }], warnings: [] },
        }),
        close: async () => undefined,
      }
    },
  }
}

function readProject(path: string): { readonly project: Project; readonly problems: readonly Problem[] } {
  const folder = path.endsWith('.yaml') ? dirname(path) : path
  const files = path.endsWith('picket.yaml') ? readdirSync(folder).filter((file) => file.endsWith('.yaml')) : [path]
  const read = files.map((file) => readDocuments(file, readFileSync(join(file === path ? '' : folder, file))))
  const problems = read.flatMap((each) => each.problems)
  const documents = read.flatMap((each) => each.documents)
  const environment = {
    languages: ['en', 'zh'],
    locale: 'en',
    late: 'up',
    processes: new Map(),
    actions: new Map(),
  } as const
  const definitions = new Map<string, Definition>()
  for (const { kind, id, node } of documents) {
    if (kind !== 'process') continue
    const { definition, problems: found } = readDefinition(node, environment)
    problems.push(...found)
    if (definition) definitions.set(id, definition)
  }
  const organisation = documents.find(({ kind }) => kind === 'organisation')?.plain as OrganisationDocument | undefined
  const settings = documents.find(({ kind }) => kind === 'project')?.plain as
    | { readonly locale?: 'en' | 'zh' }
    | undefined
  const project: Project = {
    name: { en: 'Sample' },
    locale: settings?.locale ?? 'en',
    zone: 'Asia/Shanghai',
    currency: 'CNY',
    store: ':memory:',
    definitions,
    directory: organisation === undefined ? emptyDirectory : directoryOf(organisation),
    warnings: [],
  }
  return { project, problems }
}

function runningOf(definition: Definition): RunningProcess {
  const params = Object.fromEntries(
    definition.params.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value]])),
  )
  return { machine: compileMachine(definition), hash: definition.id, params, calendar: office() }
}

function office() {
  const path = join(import.meta.dirname, '../../workflows/calendars/cn-office.yaml')
  const document = readDocuments(path, readFileSync(path)).documents[0]?.plain as CalendarDocument
  const compiled = compileCalendar(document, readZoneOffsets('Asia/Shanghai', 2026, 2027))
  if (!compiled.ok) throw new Error('The sample calendar is not sound')
  return compiled.value
}
