/** Slips of an editor: each damages one line of a definition in a way that changes what it means. */

/** A damaged copy: the lines (counted from 1) it was damaged in, and what stood or stands there now. */
export interface Damaged {
  readonly text: string
  readonly lines: readonly number[]
  readonly names: readonly string[]
}

/** Damages a line of a text; undefined where the line does not have what the slip needs. `pick` chooses among several places. */
export type Damage = (lines: readonly string[], at: number, pick: number) => Damaged | undefined

/** The words that are keys of the language, except where a key is a name that its writer chose. */
const keys =
  /(?<=^\s*(?:- )?|[{,] )(?:version|title|initial|states|task|approval|action|process|with|use|role|person|due|late|form|on|after|every|always|guard|target(?!: \d)|assign|requires|that|else|type|output|of|quorum|event|exit|entry|open|send|start|each|by|note|waits|evidence|kind|en|zh)(?=:(?: |$))/g

const expressionKeys = /(?<=\b(?:guard|that|when): "?)[^"{}]+(?="?(?:,| \}|$))/g
const targets = /(?<=\b(?:target|initial): )[a-zA-Z][\w.]*/g
const roles = /(?<=\brole: )[a-z][a-z-]*/g

function choose(line: string, pattern: RegExp, pick: number): RegExpExecArray | undefined {
  const found = [...line.matchAll(pattern)]
  return found[pick % found.length]
}

function replace(lines: readonly string[], at: number, line: string, names: readonly string[]): Damaged {
  return { text: lines.with(at, line).join('\n'), lines: [at + 1], names }
}

function put(line: string, { index }: { index: number }, old: string, next: string): string {
  return line.slice(0, index) + next + line.slice(index + old.length)
}

/** Two letters swapped, or the last one twice. */
export function misspelt(word: string): string {
  const swapped = word.replace(/(\w)(\w)(\w*)$/, '$2$1$3')
  return swapped === word ? `${word}${word.at(-1)}` : swapped
}

function onMatch(pattern: RegExp, change: (word: string) => string | undefined): Damage {
  return (lines, at, pick) => {
    const line = lines[at] ?? ''
    const found = choose(line, pattern, pick)
    const next = found && change(found[0])
    if (!found || next === undefined || next === found[0]) return undefined
    return replace(lines, at, put(line, found, found[0], next), [found[0], next])
  }
}

/** A line that opens others: without it, or elsewhere, they are another thing. */
function opens(line: string): boolean {
  return /^\s*(?:- )?[\w$?. ]+:$/.test(line.replace(/\s+#.*$/, ''))
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** Every slip, by name. */
export const damages: Readonly<Record<string, Damage>> = {
  'a key misspelt': onMatch(keys, misspelt),
  'a target that does not exist': onMatch(targets, (name) => `${name}Zzz`),
  'a target misspelt': onMatch(targets, misspelt),
  'a role misspelt': onMatch(roles, misspelt),
  'a name in an expression misspelt': onMatch(expressionKeys, (text) => {
    const changed = text.replace(/(?<=\b(?:data|form|values|event|params|own|result)\.)\w{3,}/, misspelt)
    return changed === text ? undefined : changed
  }),
  'an operator lost': onMatch(expressionKeys, (text) => {
    const changed = text.replace(/ (?:==|>=|<=|>|<|&&|\|\||\+|-|\*) /, ' ')
    return changed === text ? undefined : changed
  }),
  'a parenthesis lost': onMatch(expressionKeys, (text) => {
    const changed = text.replace(/\)/, '')
    return changed === text ? undefined : changed
  }),
  'a quote removed': (lines, at, pick) => {
    const line = lines[at] ?? ''
    const found = choose(line, /"/g, pick)
    return found && replace(lines, at, put(line, found, '"', ''), [])
  },
  'a bracket removed': (lines, at, pick) => {
    const line = lines[at] ?? ''
    const found = choose(line, /[{}[\]]/g, pick)
    return found && replace(lines, at, put(line, found, found[0], ''), [])
  },
  'indentation changed': (lines, at, pick) => {
    const line = lines[at] ?? ''
    if (line.trim() === '' || line.trimStart().startsWith('#')) return undefined
    const shift = [1, 2, -1, -2][pick % 4] ?? 1
    if (indentOf(line) + shift < 0) return undefined
    const next = shift > 0 ? ' '.repeat(shift) + line : line.slice(-shift)
    return replace(lines, at, next, [keyOf(line)])
  },
  'a line deleted': (lines, at) => {
    const line = lines[at] ?? ''
    if (!opens(line)) return undefined
    return { text: lines.toSpliced(at, 1).join('\n'), lines: [at, at + 1], names: [keyOf(line)] }
  },
  'a line moved': (lines, at, pick) => {
    const line = lines[at] ?? ''
    const to = Math.min(at + 1 + (pick % 3), lines.length - 1)
    if (!opens(line) || (lines[at + 1] ?? '').trim() === '') return undefined
    return {
      text: lines.toSpliced(at, 1).toSpliced(to, 0, line).join('\n'),
      lines: Array.from({ length: to - at + 2 }, (_, index) => at + index),
      names: [keyOf(line)],
    }
  },
  'a tab': (lines, at) => {
    const line = lines[at] ?? ''
    return indentOf(line) < 2 ? undefined : replace(lines, at, `\t${line.trimStart()}`, [])
  },
}

function keyOf(line: string): string {
  return /^\s*(?:- )?([^:]+):/.exec(line)?.[1] ?? line.trim()
}
