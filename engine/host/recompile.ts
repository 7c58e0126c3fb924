/** A definition out of the store: read again from its document, against what it was read against when it was kept. */
import type { Definition } from '../definition/definition.ts'
import { type interfaceOf, type ReadingEnvironment, readDefinition } from '../definition/read-definition.ts'
import { checkExpanded, readDocuments } from '../definition/read-documents.ts'
import type { Json } from '../expression/type.ts'
import { loadedProcess } from '../project/load-processes.ts'
import type { LoadedProcess } from '../project/project.ts'
import type { StoredDefinition } from './ledger.ts'

/** The process of a stored definition, with its machine. */
export function recompile(stored: StoredDefinition): LoadedProcess | undefined {
  const environment = environmentFromJson(stored.interfaces)
  const definition = reread(stored, environment)
  return definition && loadedProcess(definition, stored.source, environment)
}

/** The definition alone. */
export function rereadDefinition(stored: StoredDefinition): Definition | undefined {
  return reread(stored, environmentFromJson(stored.interfaces))
}

function reread({ process, source }: StoredDefinition, environment: ReadingEnvironment): Definition | undefined {
  const document = readDocuments(process, source).documents.find(({ kind, id }) => kind === 'process' && id === process)
  return document && readDefinition(document.node, environment, checkExpanded).definition
}

/** What a definition was read against, to be kept with it. */
export function environmentAsJson({ processes, actions, ...rest }: ReadingEnvironment): Json {
  return JSON.parse(JSON.stringify({ ...rest, processes: [...processes], actions: [...actions] })) as Json
}

function environmentFromJson(stored: Json): ReadingEnvironment {
  const { processes, actions, ...rest } = stored as unknown as Omit<ReadingEnvironment, 'processes' | 'actions'> & {
    readonly processes: [string, ReturnType<typeof interfaceOf>][]
    readonly actions: [string, { input: never; output: never }][]
  }
  return { ...rest, processes: new Map(processes), actions: new Map(actions) }
}
