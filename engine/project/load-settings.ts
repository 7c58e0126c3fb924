/** What a project says of itself in its `picket.yaml`, with what it need not say filled in. */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type ReadDocument, readDocuments } from '../definition/read-documents.ts'
import type { Project as ProjectDocument } from '../definition/schema/generated/language.ts'
import { problem } from '../problem/catalog.ts'
import type { Answer, Locale } from '../problem/problem.ts'
import type { ProjectSettings } from './project.ts'
import { projectFile } from './project-files.ts'

/** The settings alone, nothing else of the project read; `path` is its `picket.yaml` or the folder of it. */
export function loadSettings(path: string): Answer<ProjectSettings> {
  const file = projectFile(path)
  if (file === undefined) return { ok: false, problems: [problem('definition/no-project', { path })] }
  const { documents, problems } = readDocuments(file, readFileSync(file))
  const own = documents.find(({ kind }) => kind === 'project')
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems }
  if (!own) return { ok: false, problems: [problem('definition/no-project', { path })] }
  return { ok: true, value: settingsOf(file, own) }
}

/** The settings of a document of kind `project` that is sound in shape. */
export function settingsOf(file: string, { id, plain }: ReadDocument): ProjectSettings {
  const written = plain as unknown as ProjectDocument
  const languages = (written.languages ?? [written.locale ?? 'en']) as readonly Locale[]
  return {
    id,
    name: written.name ?? { en: id, zh: id },
    locale: (written.locale ?? languages[0] ?? 'en') as Locale,
    languages,
    zone: written.zone ?? 'UTC',
    currency: written.currency ?? 'CNY',
    file,
    store: resolve(dirname(file), written.store?.sqlite ?? 'picket.sqlite'),
  }
}
