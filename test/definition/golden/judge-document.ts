/** Judges one document as a project of its own would: beside a calendar, an organisation, a process and an action. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { defineAction } from '../../../engine/plugin/action.ts'
import { definePlugin } from '../../../engine/plugin/plugin.ts'
import { sentenceOf } from '../../../engine/problem/fill-blanks.ts'
import type { Place, Problem } from '../../../engine/problem/problem.ts'
import { loadProject } from '../../../engine/project/load-project.ts'

const scales = definePlugin({
  id: 'scales',
  version: '1.0.0',
  actions: [
    defineAction({
      name: 'weigh-parcel',
      input: { customer: 'customer', boxes: 'integer' },
      output: { weight: 'number' },
      perform: () => ({ weight: 1 }),
    }),
  ],
})

/** Documents that stand for a file of the project instead of beside it, by how their name begins. */
const replaced: Readonly<Record<string, string>> = { project: 'picket.yaml', organisation: 'organisation.yaml' }

/** A document judged: its problems, and one line for each. */
export interface Judged {
  readonly problems: readonly Problem[]
  readonly told: string
}

/** All problems of the project that the document of this name stands in. */
export function judgeDocument(name: string, content: string | Uint8Array): Judged {
  const folder = mkdtempSync(join(tmpdir(), 'picket-golden-'))
  try {
    cpSync(join(import.meta.dirname, 'project'), folder, { recursive: true })
    const file = join(folder, replaced[name.split('-')[0] ?? ''] ?? 'document.yaml')
    writeFileSync(file, content)
    const loaded = loadProject(folder, [scales])
    const problems = loaded.ok ? loaded.value.warnings : loaded.problems
    return { problems, told: problems.map((found) => `${line(found, file, folder)}\n`).join('') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `line:column code sentence`; a place in another file of the project has the file before it. */
function line(found: Problem, own: string, folder: string): string {
  const at = (place: Place) =>
    `${place.file === own ? '' : `${relative(folder, place.file)}:`}${place.line}:${place.column}`
  const where = found.place ? at(found.place) : '-'
  const used = found.usedAt ? ` (used at ${at(found.usedAt)})` : ''
  return `${where} ${found.code} ${sentenceOf(found, 'en').replaceAll(folder, '.')}${used}`
}
