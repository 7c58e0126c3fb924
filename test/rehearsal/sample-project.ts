/** Projects to rehearse: the workflows of this repository, and processes written in a test. */
import { readFileSync } from 'node:fs'
import type { CalendarDocument } from '../../engine/calendar/calendar-document.ts'
import { compileCalendar } from '../../engine/calendar/compile-calendar.ts'
import type { Definition } from '../../engine/definition/definition.ts'
import { interfaceOf, type ProcessInterface, readDefinition } from '../../engine/definition/read-definition.ts'
import { checkExpanded, readDocuments } from '../../engine/definition/read-documents.ts'
import { readZoneOffsets } from '../../engine/host/zone-offsets.ts'
import { compileMachine } from '../../engine/machine/compile-machine.ts'
import { directoryOf, type OrganisationDocument } from '../../engine/people/organisation.ts'
import type { ActionCatalog } from '../../engine/plugin/action-catalog.ts'
import { interfacesOf } from '../../engine/plugin/action-catalog.ts'
import type { Film } from '../../engine/rehearsal/film.ts'
import { type RehearsalOptions, rehearse } from '../../engine/rehearsal/rehearse.ts'
import type { RehearsalProject } from '../../engine/rehearsal/world.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'

function plainOf(file: string): unknown {
  const text = readFileSync(new URL(`../../workflows/${file}`, import.meta.url), 'utf8')
  return readDocuments(file, text).documents[0]?.plain
}

const document = plainOf('calendars/cn-office.yaml') as CalendarDocument
const compiled = compileCalendar(document, readZoneOffsets(document.zone, 2020, 2050))
if (!compiled.ok) throw new Error('the calendar of the example is wrong')
export const calendar = compiled.value
const organisation = plainOf('examples/hope-optical/organisation.yaml') as OrganisationDocument

/** A project of process documents, children first. Throws where one is wrong. */
export function projectOf(
  texts: readonly string[],
  actions: ActionCatalog = new Map(),
): RehearsalProject & Definitions {
  const processes = new Map<string, ProcessInterface>()
  const running = new Map<string, RunningProcess>()
  for (const text of texts) {
    const { documents, problems } = readDocuments('test.yaml', text)
    const node = documents[0]?.node
    if (!node || problems.length > 0) throw new Error(JSON.stringify(problems))
    const environment = { languages: ['en'], locale: 'en', processes, actions: interfacesOf(actions) } as const
    const read = readDefinition(node, environment, checkExpanded)
    if (!read.definition) throw new Error(JSON.stringify(read.problems))
    processes.set(read.definition.id, interfaceOf(read.definition))
    running.set(read.definition.id, runningOf(read.definition))
  }
  return {
    running: (id) => running.get(id),
    definition: (id) => definitionOf(running.get(id), id),
    directory: directoryOf(organisation),
    actions,
  }
}

interface Definitions {
  definition(id: string): Definition
}

function definitionOf(running: RunningProcess | undefined, id: string): Definition {
  if (!running) throw new Error(`no process ${id}`)
  return running.machine.definition
}

function runningOf(definition: Definition): RunningProcess {
  const params = Object.fromEntries(
    definition.params.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value]])),
  )
  return { machine: compileMachine(definition), hash: definition.id, params, calendar }
}

export const shipped = ['sales-opportunity', 'pilot-change', 'strategy-cycle', 'twelve-step-transformation'] as const

/** The project of the workflows of this repository. */
export const workflows = projectOf(
  shipped.map((id) => readFileSync(new URL(`../../workflows/${id}.yaml`, import.meta.url), 'utf8')),
)

/** The film of a process; throws where there is none. */
export function filmOf(project: RehearsalProject, process: string, options: RehearsalOptions = {}): Film {
  const film = rehearse(project, process, options)
  if (!film.ok) throw new Error(JSON.stringify(film.problems))
  return film.value
}

/** Codes of what a film lacked, and of the reasons behind. */
export function codesOf({ missing = [] }: Film): string[] {
  return missing.flatMap(({ code, reasons = [] }) => [code, ...reasons.map((reason) => reason.code)])
}
