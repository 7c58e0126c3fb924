/**
 * The command line's door: finds the command, runs it, says what came of it. The dispatch is ours and not oclif's, so
 * that help speaks two languages, tests run commands from source, and only the one command asked for is loaded.
 */
import { formatProblem } from '../engine/problem/format-problem.ts'
import type { Locale } from '../engine/problem/problem.ts'
import { readCommandLine } from './command-line.ts'
import { commandTable, findCommand } from './command-table.ts'
import { describeCommand, describeGroup } from './describe-command.ts'
import { exitCodes, type Failure, failureOf } from './failure.ts'
import { guessLocale } from './find-project.ts'
import { problemJson } from './problem-json.ts'
import type { Session } from './session.ts'
import { nearby, sourcesOf } from './sources.ts'
import { unknownCommand, usageFailure } from './usage-failure.ts'
import { version } from './version.ts'
import { nothingMore } from './watch.ts'

/** Runs one command line (without `node` and the script); answers the exit code. Never throws. */
export async function run(argv: readonly string[], session: Session): Promise<number> {
  const locale = guessLocale(session.directory, argv)
  try {
    session.write(await perform(argv, session, locale))
    return exitCodes.done
  } catch (thrown) {
    const failure = failureOf(thrown)
    report(failure, session, locale, readCommandLine(argv).isJson)
    return failure.exit
  }
}

async function perform(argv: readonly string[], session: Session, locale: Locale): Promise<string> {
  const { words, positions, wantsHelp, wantsVersion, isJson } = readCommandLine(argv)
  if (wantsVersion) return `picket ${version}\n`
  if (words.length === 0) return describeGroup('', locale)
  const found = findCommand(words)
  if (found.kind === 'group') return describeGroup(found.group, locale)
  if (found.kind === 'none') throw unknownCommand(words)
  const command = await commandTable[found.id]()
  if (wantsHelp) return describeCommand(found.id, command, locale)
  const taken = positions.slice(0, found.length)
  const { QuietConfig } = await import('./quiet-config.ts')
  const rest = argv.filter((_, at) => !taken.includes(at))
  try {
    const output = await new command(rest, new QuietConfig({ root: session.directory }), session).answer()
    if (output === nothingMore) return ''
    return isJson ? jsonText(output.json) : output.text
  } catch (thrown) {
    throw usageFailure(thrown, found.id, command) ?? thrown
  }
}

function report(failure: Failure, session: Session, locale: Locale, isJson: boolean): void {
  const { answer, note } = failure.beside
  const problems = failure.problems.map((problem) => nearby(problem, session.directory))
  if (isJson) {
    session.write(jsonText({ ...answer?.json, problems: problems.map((problem) => problemJson(problem, locale)) }))
    return
  }
  if (answer !== undefined) session.write(answer.text)
  const sources = sourcesOf(problems, session.directory)
  const texts = problems.map((problem) => formatProblem(problem, locale, sources))
  session.complain(`${[...texts, ...(note === undefined ? [] : [note])].join('\n\n')}\n`)
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
