/** The files of a new project, as texts by their path. */
import type { Locale, Text } from '../../engine/problem/problem.ts'
import { languageSchema, readPackageFile } from '../package-files.ts'
import { inEach, isChineseZone, type Newcomer, type NewProject } from './new-project.ts'
import { remarks } from './remarks.ts'
import { type Roles, shippedRoles } from './roles.ts'

/** The processes a project begins with. */
export const shippedProcesses = [
  'pilot-change',
  'sales-opportunity',
  'strategy-cycle',
  'twelve-step-transformation',
] as const

const schemaFile = 'picket.schema.json'

/** All files; whoever a role lacks is a vacancy with a name that says so. */
export function projectFiles(project: NewProject): ReadonlyMap<string, string> {
  const roles = shippedRoles()
  const calendar = calendarId(project.zone)
  return new Map([
    ['picket.yaml', projectText(project, calendar)],
    ['organisation.yaml', organisationText(project, roles)],
    ['calendar.yaml', calendarText(project, calendar)],
    ...shippedProcesses.map((id): [string, string] => [`processes/${id}.yaml`, processText(id, calendar)]),
    [schemaFile, languageSchema()],
    ['.gitignore', ['*.sqlite', '*.sqlite-shm', '*.sqlite-wal', ''].join('\n')],
  ])
}

/** A stand-in for every role that nobody holds. */
export function vacancies({ people, languages }: NewProject, { titles }: Roles): readonly Newcomer[] {
  const held = new Set(people.flatMap(({ roles }) => roles))
  return [...titles].flatMap(([role, title]) => {
    if (held.has(role)) return []
    const name = inEach(languages, (locale) => remarks.vacant[locale].replace('{role}', title[locale] ?? role))
    return [{ id: `vacant.${role}`, name, roles: [role] }]
  })
}

function calendarId(zone: string): string {
  return isChineseZone(zone) ? 'cn-office' : 'office'
}

/** The line by which editors find the schema, without a network. */
function schemaLine(folder: '.' | '..'): string {
  return `# yaml-language-server: $schema=${folder}/${schemaFile}`
}

function projectText(project: NewProject, calendar: string): string {
  const { id, company, languages, zone, currency } = project
  const [locale = 'en'] = languages
  return lines(
    schemaLine('.'),
    remark('project', locale),
    `project: ${id}`,
    `name: ${text(inEach(languages, () => company))}`,
    `locale: ${locale}`,
    `languages: [${languages.join(', ')}]`,
    `zone: ${zone}`,
    `currency: ${currency}`,
    'store: { sqlite: picket.sqlite }',
    `calendar: ${calendar}`,
    `organisation: ${id}`,
    `late: up  ${remark('late', locale)}`,
  )
}

function organisationText(project: NewProject, roles: Roles): string {
  const { id, languages, people } = project
  const [locale = 'en'] = languages
  const person = ({ id: key, name, roles: held }: Newcomer) =>
    `  ${key}: { name: ${text(name)}, roles: [${held.join(', ')}] }`
  const vacant = vacancies(project, roles)
  return lines(
    schemaLine('.'),
    remark('organisation', locale),
    `organisation: ${id}`,
    '',
    'roles:',
    ...[...roles.titles].map(([role, title]) => `  ${role}: { title: ${text(inEach(languages, wordsOf(title)))} }`),
    '',
    'people:',
    ...people.map(person),
    ...(vacant.length > 0 ? [`  ${remark('vacancies', locale)}`, ...vacant.map(person)] : []),
    '',
    `ladders:  ${remark('ladders', locale)}`,
    ...[...roles.ladders].map(([role, rungs]) => `  ${role}: [${rungs.join(', ')}]`),
  )
}

/** The office of mainland China with its holidays; elsewhere a plain week, and no day whose holidays are known. */
function calendarText({ zone, languages, yesterday }: NewProject, id: string): string {
  const [locale = 'en'] = languages
  if (isChineseZone(zone)) {
    const shipped = readPackageFile('workflows/calendars/cn-office.yaml')
    return `${schemaLine('.')}\n${shipped.replace(/^zone: .*$/m, `zone: ${zone}`)}`
  }
  const day = '["09:00-12:00", "13:00-17:00"]'
  return lines(
    schemaLine('.'),
    remark('plainCalendar', locale),
    `calendar: ${id}`,
    `zone: ${zone}`,
    'week:',
    ...['mon', 'tue', 'wed', 'thu', 'fri'].map((name) => `  ${name}: ${day}`),
    'holidays: []',
    `validThrough: ${yesterday}  ${remark('validThrough', locale)}`,
  )
}

/** A shipped process on the calendar of the project, with the schema that lies beside it. */
function processText(id: string, calendar: string): string {
  return readPackageFile(`workflows/${id}.yaml`)
    .replace(/^# yaml-language-server: .*$/m, schemaLine('..'))
    .replace(/^calendar: .*$/m, `calendar: ${calendar}`)
}

function wordsOf(title: Text): (locale: Locale) => string {
  return (locale) => title[locale] ?? ''
}

/** A text in YAML; JSON strings are YAML strings. */
function text(words: Text): string {
  const parts = Object.entries(words).map(([locale, word]) => `${locale}: ${JSON.stringify(word)}`)
  return `{ ${parts.join(', ')} }`
}

function remark(key: keyof typeof remarks, locale: Locale): string {
  return `# ${remarks[key][locale]}`
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
