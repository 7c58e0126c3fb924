/** The script for bash, from 3.2 on. */
import type { Completed, CompletedFlag, Value } from './completed.ts'

export function bashScript({ commands, shared, groups }: Completed): string {
  const flags = [...shared, ...commands.flatMap((command) => command.flags)]
  const two = commands.filter(({ id }) => id.includes(' ')).map(({ id }) => `'${id}'`)
  const subcommands = groups.map((group) => {
    const seconds = commands.flatMap(({ id }) => (id.startsWith(`${group} `) ? [id.slice(group.length + 1)] : []))
    return `    '${group} 1') _picket_words '${seconds.join(' ')}' ;;`
  })
  return `# picket in bash. Use it with: source <(picket completion bash)
_picket_words() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}
_picket_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$current"))
  compopt -o filenames 2>/dev/null
}
_picket() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command at
  local -a seen=()
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    case \${COMP_WORDS[at]} in -*) continue ;; esac
    case \${COMP_WORDS[at-1]} in ${valued(flags)}) continue ;; esac
    seen+=("\${COMP_WORDS[at]}")
  done
  command=\${seen[0]-}
  case "$command \${seen[1]-}" in ${two.join(' | ')}) command="$command \${seen[1]}" ;; esac
  case "$command $previous" in
${commands.flatMap(({ id, flags: own }) => own.flatMap((flag) => afterFlag(`'${id} ${flag.flag}'`, flag.value))).join('\n')}
${shared.flatMap((flag) => afterFlag(`*' ${flag.flag}'`, flag.value)).join('\n')}
  esac
  case "$current" in
    -*)
      case "$command" in
${commands.map(({ id, flags: own }) => `        '${id}') _picket_words '${names([...own, ...shared])}' ;;`).join('\n')}
        *) _picket_words '${names(shared)} --help --version' ;;
      esac
      return ;;
  esac
  case "$command \${#seen[@]}" in
    ' 0') _picket_words '${[...new Set(commands.map(({ id }) => id.split(' ')[0]))].join(' ')}' ;;
${subcommands.join('\n')}
${commands.flatMap(({ id, argument }) => forArgument(`'${id} '*`, argument)).join('\n')}
  esac
}
complete -F _picket picket
`
}

function names(flags: readonly CompletedFlag[]): string {
  return flags.map(({ flag }) => flag).join(' ')
}

/** Flags whose next word is their value, as a pattern. */
function valued(flags: readonly CompletedFlag[]): string {
  const taking = flags.filter(({ value }) => value.kind !== 'none').map(({ flag }) => flag)
  return [...new Set(taking)].join(' | ')
}

function afterFlag(pattern: string, value: Value): readonly string[] {
  if (value.kind === 'none') return []
  return [`    ${pattern}) ${completion(value)}; return ;;`]
}

function forArgument(pattern: string, value: Value): readonly string[] {
  return value.kind === 'file' || value.kind === 'choice' ? [`    ${pattern}) ${completion(value)} ;;`] : []
}

function completion(value: Value): string {
  if (value.kind === 'choice') return `_picket_words '${value.words.join(' ')}'`
  return value.kind === 'file' ? '_picket_files' : ':'
}
