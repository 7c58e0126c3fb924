/** The script for zsh: as a file `_picket` on the `fpath`, or sourced. */
import type { Completed, CompletedFlag, Value } from './completed.ts'

export function zshScript({ commands, shared, groups }: Completed): string {
  const flags = [...shared, ...commands.flatMap((command) => command.flags)]
  const two = commands.filter(({ id }) => id.includes(' ')).map(({ id }) => `'${id}'`)
  const firsts = commands.filter(({ id }) => !id.includes(' ')).map(({ id, summary }) => described(id, summary))
  const subcommands = groups.map((group) => {
    const seconds = commands.filter(({ id }) => id.startsWith(`${group} `))
    const words = seconds.map(({ id, summary }) => described(id.slice(group.length + 1), summary))
    return `    ('${group} 1') offered=(${words.join(' ')}); _describe command offered ;;`
  })
  return `#compdef picket
# picket in zsh. Use it with: source <(picket completion zsh), after compinit.
_picket() {
  local command previous=\${words[CURRENT-1]} at
  local -a seen offered
  for ((at = 2; at < CURRENT; at++)); do
    [[ \${words[at]} == -* ]] && continue
    case \${words[at-1]} in (${valued(flags)}) continue ;; esac
    seen+=("\${words[at]}")
  done
  command=\${seen[1]}
  case "$command \${seen[2]}" in (${two.join('|')}) command="$command \${seen[2]}" ;; esac
  case "$command $previous" in
${commands.flatMap(({ id, flags: own }) => own.flatMap((flag) => afterFlag(`'${id} ${flag.flag}'`, flag.value))).join('\n')}
${shared.flatMap((flag) => afterFlag(`*' ${flag.flag}'`, flag.value)).join('\n')}
  esac
  if [[ \${words[CURRENT]} == -* ]]; then
    case "$command" in
${commands.map(({ id, flags: own }) => `      ('${id}') offered=(${listed(own)}) ;;`).join('\n')}
    esac
    offered+=(${listed(shared)})
    _describe flag offered
    return
  fi
  case "$command \${#seen}" in
    (' 0') offered=(${[...firsts, ...groups.map((group) => `'${group}'`)].join(' ')}); _describe command offered ;;
${subcommands.join('\n')}
${commands.flatMap(({ id, argument }) => forArgument(`'${id} '*`, argument)).join('\n')}
  esac
}
if [[ "\${funcstack[1]}" == _picket ]]; then _picket "$@"; else compdef _picket picket; fi
`
}

function listed(flags: readonly CompletedFlag[]): string {
  return flags.map(({ flag, summary }) => described(flag, summary)).join(' ')
}

/** `word:description` in quotes. */
function described(word: string, summary: string): string {
  return `'${`${word}:${summary}`.replaceAll("'", "'\\''")}'`
}

/** Flags whose next word is their value, as a pattern. */
function valued(flags: readonly CompletedFlag[]): string {
  const taking = flags.filter(({ value }) => value.kind !== 'none').map(({ flag }) => flag)
  return [...new Set(taking)].join('|')
}

function afterFlag(pattern: string, value: Value): readonly string[] {
  if (value.kind === 'none') return []
  return [`    (${pattern}) ${completion(value)}; return ;;`]
}

function forArgument(pattern: string, value: Value): readonly string[] {
  return value.kind === 'file' || value.kind === 'choice' ? [`    (${pattern}) ${completion(value)} ;;`] : []
}

function completion(value: Value): string {
  if (value.kind === 'choice') return `compadd -- ${value.words.join(' ')}`
  return value.kind === 'file' ? '_files' : '_message value'
}
