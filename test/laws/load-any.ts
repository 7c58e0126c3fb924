/** Loads generated processes through the doors a project loads by; a text once. */
import { join } from 'node:path'
import { interfaceOf, type ReadingEnvironment, readDefinition } from '../../engine/definition/read-definition.ts'
import { checkExpanded, readDocuments } from '../../engine/definition/read-documents.ts'
import { interfacesOf } from '../../engine/plugin/action-catalog.ts'
import { loadedProcess } from '../../engine/project/load-processes.ts'
import { loadProject, sha256 } from '../../engine/project/load-project.ts'
import type { LoadedProcess, Project } from '../../engine/project/project.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import { crew } from '../conformance/crew-plugin.ts'

const loaded = loadProject(join(import.meta.dirname, '../conformance/processes'), [crew])
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
const base = loaded.value
const office = base.calendars.get('office')
if (!office) throw new Error('no calendar')

const child = base.processes.get('child')
if (!child) throw new Error('no child process')

const environment: ReadingEnvironment = {
  languages: ['en'],
  locale: 'en',
  calendar: 'office',
  processes: new Map([['child', interfaceOf(child.definition)]]),
  actions: interfacesOf(base.actions),
}

const known = new Map<string, LoadedProcess | undefined>()

/** The process of a text; undefined where the text is refused. */
export function loadAny(text: string): LoadedProcess | undefined {
  if (!known.has(text)) known.set(text, load(text))
  return known.get(text)
}

function load(text: string): LoadedProcess | undefined {
  const { definition } = readAny(text)
  return definition && loadedProcess(definition, text, environment)
}

/** What reading a text says. */
export function readAny(text: string): ReturnType<typeof readDefinition> {
  const { documents, problems } = readDocuments('any.yaml', text)
  const node = documents[0]?.node
  return node && problems.length === 0 ? readDefinition(node, environment, checkExpanded) : { environment, problems }
}

/** The process as instances run it. */
export function runningOf({ machine, params, definition }: LoadedProcess): RunningProcess {
  if (!office) throw new Error('no calendar')
  return { machine, params, calendar: office, hash: sha256(JSON.stringify(definition.expanded)) }
}

/** A project of one generated process and the child it may run. */
export function projectOf(process: LoadedProcess): Project {
  const processes = new Map([...base.processes].filter(([id]) => id === 'child')).set(process.definition.id, process)
  return { ...base, processes, definitions: new Map([...processes].map(([id, { definition }]) => [id, definition])) }
}
