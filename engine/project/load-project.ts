/**
 * Reads a project from disk: its `picket.yaml` and every YAML document below its folder. All faults of all files come
 * back at once. The one place where definitions, calendars and the organisation meet.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { Calendar } from '../calendar/calendar.ts'
import type { CalendarDocument } from '../calendar/calendar-document.ts'
import { compileCalendar } from '../calendar/compile-calendar.ts'
import { lintCalendar } from '../calendar/lint-calendar.ts'
import { placeAt } from '../definition/place-at.ts'
import { type ReadDocument, readDocuments } from '../definition/read-documents.ts'
import type { Project as ProjectDocument } from '../definition/schema/generated/language.ts'
import { readZoneOffsets } from '../host/zone-offsets.ts'
import { canonicalJson } from '../journal/canonical-json.ts'
import { type Directory, emptyDirectory } from '../people/directory.ts'
import { judgeOrganisation } from '../people/judge-organisation.ts'
import { directoryOf, type OrganisationDocument } from '../people/organisation.ts'
import { catalogOf, type Plugin } from '../plugin/plugin.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Answer, Locale, Problem } from '../problem/problem.ts'
import { documentsTwice } from './documents-twice.ts'
import { loadProcesses } from './load-processes.ts'
import type { Project } from './project.ts'

/** Years for which a zone's offset changes are kept with a calendar. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2100

/** SHA-256 of a text, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * A project read and compiled; `path` is its `picket.yaml` or the folder of it. `told` hears of each file and process it
 * comes to: a large project takes a while.
 */
export function loadProject(
  path: string,
  plugins: readonly Plugin[] = [],
  told: (name: string) => void = () => {},
): Answer<Project> {
  const file = projectFile(path)
  if (file === undefined) return { ok: false, problems: [problem('definition/no-project', { path })] }
  const files = new Map(yamlFiles(dirname(file)).map((name) => [name, readFileSync(name)] as const))
  const sources = new Map([...files].map(([name, bytes]) => [name, bytes.toString('utf8')] as const))
  const problems: Problem[] = []
  const documents = [...files].flatMap(([name, bytes]) => {
    told(relative(dirname(file), name))
    const read = readDocuments(name, bytes)
    problems.push(...read.problems)
    return read.documents
  })
  const own = documents.find((document) => document.kind === 'project' && document.node.place.file === file)
  const faulty = new Set(problems.filter(isError).map(({ place }) => place?.file))
  if (!own || faulty.has(file))
    return { ok: false, problems: problems.length > 0 ? problems : [problem('definition/no-project', { path })] }
  const settings = own.plain as unknown as ProjectDocument
  const sound = documents.filter((document) => !faulty.has(document.node.place.file))
  const calendars = readCalendars(sound, problems)
  const organisation = readOrganisation(sound, settings.organisation, problems)
  const actions = catalogOf(plugins)
  const languages = (settings.languages ?? [settings.locale ?? 'en']) as readonly Locale[]
  const environment = {
    languages,
    locale: (settings.locale ?? languages[0] ?? 'en') as Locale,
    ...(typeof settings.late === 'string' ? { late: settings.late } : {}),
    ...(settings.calendar === undefined ? {} : { calendar: settings.calendar }),
  }
  const directory = organisation ? directoryOf(organisation) : emptyDirectory
  const mayErase = settings.control?.erase ?? []
  if (organisation) problems.push(...judgeRoles(mayErase, directory, own, ['control', 'erase']))
  problems.push(...documentsTwice(documents))
  const processes = loadProcesses(
    documents,
    sound,
    { environment, actions, calendars, directory, sources, told },
    problems,
  )
  if (problems.some(isError)) return { ok: false, problems }
  const project: Project = {
    id: own.id,
    name: settings.name ?? { en: own.id, zh: own.id },
    locale: environment.locale,
    languages,
    zone: settings.zone ?? 'UTC',
    currency: settings.currency ?? 'CNY',
    store: resolve(dirname(file), settings.store?.sqlite ?? 'picket.sqlite'),
    mayErase,
    processes,
    definitions: new Map([...processes].map(([id, { definition }]) => [id, definition])),
    calendars,
    directory,
    actions,
    warnings: problems,
    sources,
    ...(organisation ? { organisation } : {}),
  }
  return { ok: true, value: project }
}

function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

/** The `picket.yaml` that a path means: the file itself, the one of a folder, or the nearest around another file. */
function projectFile(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return undefined
  const isOwn = stat.isFile() && basename(path) === 'picket.yaml'
  let folder = resolve(stat.isDirectory() ? path : dirname(path))
  while (!existsSync(join(folder, 'picket.yaml'))) {
    const above = dirname(folder)
    if (stat.isDirectory() || isOwn || above === folder) return undefined
    folder = above
  }
  return join(folder, 'picket.yaml')
}

/** Every YAML file below a folder, in the order of their names; hidden folders and installed packages are passed over. */
function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): readonly string[] => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : yamlFiles(path)
      return /\.ya?ml$/.test(entry.name) ? [path] : []
    })
}

function readCalendars(documents: readonly ReadDocument[], problems: Problem[]): ReadonlyMap<string, Calendar> {
  const calendars = new Map<string, Calendar>()
  for (const document of documents) {
    if (document.kind !== 'calendar') continue
    const plain = document.plain as unknown as CalendarDocument
    const offsets = readZoneOffsets(plain.zone, FIRST_YEAR, LAST_YEAR)
    const placeOf = (path: readonly (string | number)[]) => placeAt(document.node, path)
    problems.push(...lintCalendar(plain, offsets, placeOf))
    const compiled = compileCalendar(plain, offsets, placeOf)
    if (compiled.ok) calendars.set(document.id, { ...compiled.value, hash: sha256(canonicalJson(compiled.value)) })
  }
  return calendars
}

function readOrganisation(
  documents: readonly ReadDocument[],
  id: string | undefined,
  problems: Problem[],
): OrganisationDocument | undefined {
  const found = documents.find(
    (document) => document.kind === 'organisation' && (id === undefined || document.id === id),
  )
  if (!found) return undefined
  const document = found.plain as unknown as OrganisationDocument
  problems.push(...judgeOrganisation(directoryOf(document), (path) => placeAt(found.node, path)))
  return document
}

/** Roles that `picket.yaml` names and the organisation does not have. */
function judgeRoles(
  named: readonly string[],
  { roles }: Directory,
  { node }: ReadDocument,
  path: readonly string[],
): readonly Problem[] {
  return named
    .filter((role) => !roles.has(role))
    .map((role) =>
      problem(
        'lint/unknown-role',
        { role, near: nearestName(role, roles.keys()) },
        { place: placeAt(node, [...path, role]) },
      ),
    )
}
