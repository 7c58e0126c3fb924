import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import type { EvidenceRow } from '../../engine/host/host.ts'
import { problem } from '../../engine/problem/catalog.ts'
import { nearestName } from '../../engine/problem/nearest-name.ts'
import { refuse, take } from '../failure.ts'
import { detailOf } from '../file-fault.ts'
import { findTask } from '../find-task.ts'
import { evidenceJson, type Numbered, numberedEvidence } from '../numbered-evidence.ts'
import { type Output, PicketCommand } from '../picket-command.ts'

/** Gives evidence back: a file's bytes, proved by their SHA-256, or a link's address. */
export class EvidenceGet extends PicketCommand {
  static override args = { task: Args.string({ required: true }), kind: Args.string({ required: true }) }
  static override flags = {
    number: Flags.integer({ min: 1, helpValue: 'NUMBER' }),
    output: Flags.string({ helpValue: 'FILE' }),
  }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(EvidenceGet)
    const { host, page } = await this.open(flags)
    const task = await findTask(host, args.task, flags.as)
    const found = pick(await numberedEvidence(host, task.id), task.id, args.kind, flags.number)
    const { row } = found
    if (row.url !== undefined) return { json: { evidence: evidenceJson(found) }, text: `${row.url}\n` }
    const bytes = take(await host.evidenceBytes(row))
    const file = flags.output ?? safeName(row)
    this.write(file, bytes)
    const blanks = { file, size: bytes.length, sha256: row.sha256 ?? '' }
    return { json: { evidence: evidenceJson(found), file }, text: `${page.say('evidence.written', blanks)}\n` }
  }

  /** Never over a file that is there. */
  private write(file: string, bytes: Uint8Array): void {
    try {
      writeFileSync(resolve(this.session.directory, file), bytes, { flag: 'wx' })
    } catch (thrown) {
      if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')
        refuse(problem('store/file-there', { file }))
      refuse(problem('cli/cannot-write', { file, detail: detailOf(thrown) }))
    }
  }
}

/** The one of that kind and number, the last of the kind where no number is given. */
function pick(all: readonly Numbered[], task: string, kind: string, number: number | undefined): Numbered {
  const ofKind = all.filter(({ row }) => row.kind === kind)
  const found = number === undefined ? ofKind.at(-1) : ofKind[number - 1]
  const kinds = all.map(({ row }) => row.kind)
  const near = ofKind.length > 0 ? undefined : nearestName(kind, kinds)
  return found ?? refuse(problem('cli/no-evidence', { task, kind, number, near }))
}

/** The name it was attached by, without any folder in it: it is written where the user stands, and nowhere else. */
function safeName({ name = '', sha256 = '' }: EvidenceRow): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return /^\.*$/.test(last) ? sha256 : last
}
