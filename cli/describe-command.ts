/** Help, in the reader's language. */
import { displayWidth } from '../engine/problem/display-width.ts'
import type { Locale } from '../engine/problem/problem.ts'
import { type CommandClass, type CommandId, commandIds } from './command-table.ts'
import { commandTexts } from './command-texts.ts'
import { commandGroups, helpWords } from './help-words.ts'
import { argumentTexts, flagTexts, ownText } from './input-texts.ts'

type Row = readonly [string, string]

/** Help of all commands, or of those that begin with a word. */
export function describeGroup(group: string, locale: Locale): string {
  const isIn = (id: CommandId) => group === '' || id.startsWith(`${group} `)
  const width = Math.max(...commandIds.filter(isIn).map((id) => id.length))
  const sections = commandGroups.flatMap(({ title, ids }) => {
    const rows = ids.filter(isIn).map((id): Row => [id, commandTexts[id].summary[locale]])
    return rows.length === 0 ? [] : [section(title[locale], rows, width)]
  })
  return [
    helpWords.tagline[locale],
    `${helpWords.usage[locale]}\n  picket ${group === '' ? '' : `${group} `}${helpWords.command[locale]}`,
    ...sections,
    `${helpWords.more[locale]}\n${helpWords.exits[locale]}`,
  ]
    .join('\n\n')
    .concat('\n')
}

/** Help of one command. */
export function describeCommand(id: CommandId, command: CommandClass, locale: Locale): string {
  const { summary, examples } = commandTexts[id]
  const own = flagRows(id, command.flags, locale)
  const parameters = Object.entries(command.args)
  const words = parameters.map(([name, { required }]) => (required ? name.toUpperCase() : `[${name.toUpperCase()}]`))
  const many = command.strict ? '' : '…'
  return [
    `${summary[locale]}${locale === 'zh' ? '。' : '.'}`,
    `${helpWords.usage[locale]}\n  ${['picket', id, ...words].join(' ')}${many}`,
    section(
      helpWords.arguments[locale],
      parameters.map(([name]) => [name.toUpperCase(), ownText(argumentTexts, id, name, locale)]),
    ),
    section(helpWords.flags[locale], own),
    section(helpWords.shared[locale], flagRows(id, command.baseFlags, locale)),
    `${helpWords.examples[locale]}\n${examples.map((example) => `  ${example}`).join('\n')}`,
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n')
}

function flagRows(id: CommandId, flags: CommandClass['flags'], locale: Locale): Row[] {
  return Object.entries(flags).map(([name, flag]) => {
    const value = 'helpValue' in flag && typeof flag.helpValue === 'string' ? ` ${flag.helpValue}` : ''
    return [`--${name}${value}`, ownText(flagTexts, id, name, locale)]
  })
}

function section(title: string, rows: readonly Row[], least = 0): string {
  if (rows.length === 0) return ''
  const width = Math.max(least, ...rows.map(([left]) => displayWidth(left)))
  return [title, ...rows.map(([left, right]) => `  ${left}${' '.repeat(width - displayWidth(left))}   ${right}`)].join(
    '\n',
  )
}
