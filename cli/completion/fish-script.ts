/** The script for fish. */
import type { Completed, CompletedCommand, CompletedFlag } from './completed.ts'

export function fishScript({ commands, shared, groups }: Completed): string {
  return [
    '# picket in fish. Put it into ~/.config/fish/completions/picket.fish',
    'complete -c picket -f',
    ...shared.map((flag) => `complete -c picket ${flagWords(flag)}`),
    ...groups.map((group) => `complete -c picket -n __fish_use_subcommand -a ${group}`),
    ...commands.flatMap((command) => commandLines(command, groups)),
    '',
  ].join('\n')
}

function commandLines(
  { id, summary, flags, argument }: CompletedCommand,
  groups: readonly string[],
): readonly string[] {
  const [first = '', second] = id.split(' ')
  const isOffered =
    second === undefined
      ? '__fish_use_subcommand'
      : `'__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${second}'`
  const isGiven =
    second === undefined
      ? `__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${groups.join(' ')}`
      : `__fish_seen_subcommand_from ${first}; and __fish_seen_subcommand_from ${second}`
  const argumentWords = {
    none: [],
    text: [],
    file: ['-F'],
    choice: argument.kind === 'choice' ? [`-a ${quoted(argument.words.join(' '))}`] : [],
  }[argument.kind]
  return [
    `complete -c picket -n ${isOffered} -a ${second ?? first} -d ${quoted(summary)}`,
    ...argumentWords.map((words) => `complete -c picket -n '${isGiven}' ${words}`),
    ...flags.map((flag) => `complete -c picket -n '${isGiven}' ${flagWords(flag)}`),
  ]
}

function flagWords({ flag, value, summary }: CompletedFlag): string {
  const words = {
    none: '',
    text: ' -x',
    file: ' -r -F',
    choice: value.kind === 'choice' ? ` -x -a ${quoted(value.words.join(' '))}` : '',
  }[value.kind]
  return `-l ${flag.slice(2)}${words} -d ${quoted(summary)}`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
