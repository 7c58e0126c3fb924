/** How long `check` takes on a definition of ten thousand lines, as a whole process. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, median } from './figure.ts'
import { inFolder } from './in-folder.ts'
import { largeDefinition, largeDefinitionRoles } from './large-definition.ts'
import { pathOf } from './project.ts'

const LINES = 10_000
const ROUNDS = 7

export function checkFigures(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const text = largeDefinition(LINES)
    writeFileSync(join(folder, 'large.yaml'), text)
    writeFileSync(join(folder, 'picket.yaml'), projectText)
    writeFileSync(join(folder, 'calendar.yaml'), calendarText)
    writeFileSync(join(folder, 'organisation.yaml'), organisationText())
    const times = Array.from({ length: ROUNDS }, () => timeOfCheck(folder))
    return [
      {
        what: `check of a definition of ${text.split('\n').length} lines`,
        value: median(times),
        unit: 's',
        target: { most: 3 },
      },
    ]
  })
}

function timeOfCheck(folder: string): number {
  const begun = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [pathOf('bin/picket.cjs'), 'check', folder])
  if (status !== 0) throw new Error(String(stderr))
  return (performance.now() - begun) / 1000
}

const projectText = `project: large
locale: en
languages: [en, zh]
zone: Asia/Shanghai
calendar: office
organisation: large
late: up
`

const calendarText = `calendar: office
zone: Asia/Shanghai
week: { mon: [09:00-17:00], tue: [09:00-17:00], wed: [09:00-17:00], thu: [09:00-17:00], fri: [09:00-17:00] }
validThrough: 2099-12-31
`

function organisationText(): string {
  const people = largeDefinitionRoles.map((role) => `  one.${role}: { name: { en: One, zh: 一 }, roles: [${role}] }\n`)
  const roles = largeDefinitionRoles.map((role) => `  ${role}: { title: { en: ${role}, zh: ${role} } }\n`)
  return `organisation: large\npeople:\n${people.join('')}roles:\n${roles.join('')}`
}
