/** What oclif's parser finds wrong with a command line, as problems of ours in both languages. */
import { problem } from '../engine/problem/catalog.ts'
import { nearestName } from '../engine/problem/nearest-name.ts'
import type { Problem } from '../engine/problem/problem.ts'
import { type CommandClass, type CommandId, commandIds } from './command-table.ts'
import { exitCodes, Failure } from './failure.ts'

/** No command has these words. */
export function unknownCommand(words: readonly string[]): Failure {
  const typed = words.slice(0, commandIds.some((id) => id.startsWith(`${words[0]} `)) ? 2 : 1).join(' ')
  const near = nearestName(typed, commandIds)
  return new Failure([problem('cli/unknown-command', { command: typed, near })], exitCodes.usage)
}

/** The parser's error as a usage failure; undefined where something else was thrown. */
export function usageFailure(thrown: unknown, id: CommandId, command: CommandClass): Failure | undefined {
  // Known by their shape, not their class: a bundle may hold two copies of the parser's errors.
  if (!(thrown instanceof Error) || !('oclif' in thrown)) return undefined
  return new Failure([usageProblem(thrown, id, command)], exitCodes.usage)
}

function usageProblem(thrown: Error, command: CommandId, { flags, baseFlags }: CommandClass): Problem {
  const [detail = ''] = thrown.message.split('\n')
  if ('flags' in thrown && isWords(thrown.flags)) {
    const known = Object.keys({ ...baseFlags, ...flags }).map((name) => `--${name}`)
    const near = nearestName(thrown.flags[0] ?? '', known)
    return problem('cli/unknown-flag', { command, flags: thrown.flags, near })
  }
  const args: unknown = 'args' in thrown ? thrown.args : undefined
  if (isWords(args)) return problem('cli/unexpected-argument', { command, arguments: args })
  if (Array.isArray(args)) {
    const names = args.map((arg: { readonly name: string }) => arg.name.toUpperCase())
    return problem('cli/missing-argument', { command, arguments: names })
  }
  const choice = /^Expected (.+) to be one of: (.+)$/.exec(detail)
  if (choice) return problem('cli/bad-choice', { command, given: choice[1] ?? '', choices: choice[2] ?? '' })
  return problem('cli/bad-usage', { command, detail: detail.replace(/\.$/, '') })
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string')
}
