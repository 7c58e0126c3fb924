import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as Flags from '@oclif/core/flags'
import { problem } from '../../engine/problem/catalog.ts'
import { refuse } from '../failure.ts'
import { detailOf } from '../file-fault.ts'
import { languageSchema } from '../package-files.ts'
import { type Output, PicketCommand } from '../picket-command.ts'

/** Prints the JSON Schema of the language, for editors. */
export class Schema extends PicketCommand {
  static override flags = { output: Flags.string({ helpValue: 'FILE' }) }

  async run(): Promise<Output> {
    const { flags } = await this.parse(Schema)
    const { directory } = this.session
    const text = languageSchema()
    if (flags.output === undefined) return { json: JSON.parse(text), text }
    try {
      writeFileSync(resolve(directory, flags.output), text)
    } catch (thrown) {
      return refuse(problem('cli/cannot-write', { file: flags.output, detail: detailOf(thrown) }))
    }
    return {
      json: { file: flags.output },
      text: `${this.plainPage(flags).say('draw.written', { file: flags.output })}\n`,
    }
  }
}
