/** Names of the arguments of an ICU message, in order of appearance, each once: `{n, plural, one {# of {total}}}` has `n` and `total`. */
export function phraseArguments(message: string): readonly string[] {
  const names: string[] = []
  readMessage(message, 0, names)
  return [...new Set(names)]
}

/** Reads message text up to its closing brace; gives the position after it. */
function readMessage(message: string, start: number, names: string[]): number {
  let at = start
  while (at < message.length) {
    const character = message[at]
    if (character === '}') return at + 1
    if (character === '{') at = readArgument(message, at + 1, names)
    else if (character === "'" && message[at + 1] === '{') at = Math.max(message.indexOf("'", at + 2), at + 1) + 1
    else at += 1
  }
  return at
}

/** Reads one argument after its opening brace: a name, perhaps a format, perhaps choices with messages of their own. */
function readArgument(message: string, start: number, names: string[]): number {
  const name = /^\s*([A-Za-z_][\w.]*)\s*/.exec(message.slice(start))
  let at = start
  if (name?.[1]) {
    names.push(name[1])
    at += name[0].length
  }
  while (at < message.length) {
    const character = message[at]
    if (character === '}') return at + 1
    at = character === '{' ? readMessage(message, at + 1, names) : at + 1
  }
  return at
}

/** Whether every brace of an ICU message that opens is closed, and none closes that was not opened. */
export function bracesMatch(message: string): boolean {
  let depth = 0
  for (const [sign] of message.replace(/'[{}][^']*'?/g, '').matchAll(/[{}]/g)) {
    depth += sign === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
