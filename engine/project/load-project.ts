/**
 * Reads a project from disk: its `picket.yaml` and every YAML document below its folder. All faults of all files come
 * back at once. The one place where definitions, calendars and the organisation meet.
 */
import { readFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
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
import { catalogOf, type Plugin, versionsOf } from '../plugin/plugin.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import { documentsTwice } from './documents-twice.ts'
import { loadProcesses } from './load-processes.ts'
import { settingsOf } from './load-settings.ts'
import type { Project } from './project.ts'
import { projectFile, yamlFiles } from './project-files.ts'
import { sha256 } from './sha256.ts'

/** Years for which a zone's offset changes are kept with a calendar. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2100

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
  const document = own.plain as unknown as ProjectDocument
  const settings = settingsOf(file, own)
  const sound = documents.filter((document) => !faulty.has(document.node.place.file))
  const calendars = new Map([['', anyTime(settings.zone)], ...readCalendars(sound, problems)])
  const organisation = readOrganisation(sound, document.organisation, problems)
  const actions = catalogOf(plugins)
  const environment = {
    languages: settings.languages,
    locale: settings.locale,
    ...(typeof document.late === 'string' ? { late: document.late } : {}),
    ...(document.calendar === undefined ? {} : { calendar: document.calendar }),
  }
  const directory = organisation ? directoryOf(organisation) : emptyDirectory
  const mayErase = document.control?.erase ?? []
  if (organisation) problems.push(...judgeRoles(mayErase, directory, own, ['control', 'erase']))
  problems.push(...documentsTwice(documents))
  const processes = loadProcesses(
    documents,
    sound,
    { environment, actions, plugins: versionsOf(plugins), calendars, directory, sources, told },
    problems,
  )
  if (problems.some(isError)) return { ok: false, problems }
  const project: Project = {
    ...settings,
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

/** What a process that names no calendar reckons local time on; it has no work time, and counts none. */
function anyTime(zone: string): Calendar {
  const offsets = readZoneOffsets(zone, FIRST_YEAR, LAST_YEAR)
  const week = Array.from({ length: 7 }, () => [])
  const calendar: Calendar = { id: '', zone: { id: zone, offsets }, week, makeup: [], exceptions: {} }
  return { ...calendar, hash: sha256(canonicalJson(calendar)) }
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
