import * as Args from '@oclif/core/args'
import type { CommandTable } from '../command-table.ts'
import { bashScript } from '../completion/bash-script.ts'
import { readCompleted } from '../completion/completed.ts'
import { fishScript } from '../completion/fish-script.ts'
import { zshScript } from '../completion/zsh-script.ts'
import { type Output, PicketCommand } from '../picket-command.ts'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const
const shells = ['bash', 'zsh', 'fish'] as const

/** Prints the script that completes commands and flags in a shell. */
export class Completion extends PicketCommand {
  static override args = { shell: Args.string({ required: true, options: [...shells] }) }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Completion)
    const shell = shells.find((name) => name === args.shell) ?? 'bash'
    const script = scripts[shell](await readCompleted(this.table as CommandTable, this.plainPage(flags).locale))
    return { json: { shell, script }, text: script }
  }
}
