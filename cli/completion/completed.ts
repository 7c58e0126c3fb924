/** What a shell may complete, read off the command table: the scripts of all shells are written from it. */
import type { Locale } from '../../engine/problem/problem.ts'
import type { CommandClass, CommandId, CommandTable } from '../command-table.ts'
import { commandTexts } from '../command-texts.ts'
import { flagTexts, ownText } from '../input-texts.ts'

/** What stands behind a flag or as an argument. */
export type Value =
  | { readonly kind: 'none' | 'text' | 'file' }
  | { readonly kind: 'choice'; readonly words: readonly string[] }

/** A flag with its dashes. */
export interface CompletedFlag {
  readonly flag: string
  readonly value: Value
  readonly summary: string
}

export interface CompletedCommand {
  readonly id: CommandId
  readonly summary: string
  /** Its own, without those of every command. */
  readonly flags: readonly CompletedFlag[]
  /** What its first arguments are. */
  readonly argument: Value
}

export interface Completed {
  readonly commands: readonly CompletedCommand[]
  /** Flags of every command. */
  readonly shared: readonly CompletedFlag[]
  /** First words of commands that have two. */
  readonly groups: readonly string[]
}

/** Arguments that name a file or a folder. */
const fileArguments = new Set(['path', 'file', 'folder'])

export async function readCompleted(table: CommandTable, locale: Locale): Promise<Completed> {
  const commandIds = Object.keys(table) as readonly CommandId[]
  const classes = await Promise.all(commandIds.map(async (id) => [id, await table[id]()] as const))
  const groups = commandIds.flatMap((id) => (id.includes(' ') ? [id.slice(0, id.indexOf(' '))] : []))
  const [first] = classes
  return {
    commands: classes.map(([id, command]) => ({
      id,
      summary: commandTexts[id].summary[locale],
      flags: flagsOf(id, command.flags, locale),
      argument: argumentOf(command),
    })),
    shared: first === undefined ? [] : flagsOf(first[0], first[1].baseFlags, locale),
    groups: [...new Set(groups)],
  }
}

function flagsOf(id: CommandId, flags: CommandClass['flags'], locale: Locale): readonly CompletedFlag[] {
  return Object.entries(flags).map(([name, flag]) => ({
    flag: `--${name}`,
    value: valueOfFlag(flag),
    summary: ownText(flagTexts, id, name, locale),
  }))
}

function valueOfFlag(flag: CommandClass['flags'][string]): Value {
  if (flag.type === 'boolean') return { kind: 'none' }
  if (flag.options !== undefined) return { kind: 'choice', words: flag.options }
  return { kind: /FILE|DIR/.test(flag.helpValue?.toString() ?? '') ? 'file' : 'text' }
}

function argumentOf({ args }: CommandClass): Value {
  for (const [name, { options }] of Object.entries(args)) {
    if (options !== undefined) return { kind: 'choice', words: options }
    if (fileArguments.has(name)) return { kind: 'file' }
  }
  return { kind: Object.keys(args).length === 0 ? 'none' : 'text' }
}
