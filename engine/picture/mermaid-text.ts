/**
 * A process as Mermaid text (`stateDiagram-v2`), for documents that draw it themselves. What encloses what is written
 * nested; all transitions stand after it, because Mermaid would move a state into the block that names it.
 */
import type { Definition, State, Transition } from '../definition/definition.ts'
import type { Locale } from '../problem/problem.ts'
import { describeTransition } from './describe-transition.ts'
import { palette } from './palette.ts'
import { pictureWord } from './picture-words.ts'
import { inLanguage, stateTitle } from './say-text.ts'
import { stateAt } from './scene.ts'

/** In which language, and with which states marked. */
export interface MermaidOptions {
  readonly locale: Locale
  /** Paths of the active states of an instance, with what they stand in. */
  readonly active?: ReadonlySet<string>
}

/** The text; the same definition gives the same bytes. */
export function mermaidText(definition: Definition, { locale, active = new Set() }: MermaidOptions): string {
  const root = stateAt(definition, '')
  const marked = [...definition.states.keys()].filter((path) => path !== '' && active.has(path))
  const { accentFill, accent, ink } = palette
  return [
    '---',
    `title: ${JSON.stringify(inLanguage(definition.title, locale))}`,
    '---',
    'stateDiagram-v2',
    ...indented([
      ...insideOf(definition, root, locale),
      ...besideTheFlow(definition, locale),
      ...transitionLines(definition, locale),
      ...(marked.length === 0
        ? []
        : [
            `classDef active fill:${accentFill},stroke:${accent},color:${ink}`,
            `class ${marked.map(nameOf).join(',')} active`,
          ]),
    ]),
    '',
  ].join('\n')
}

/** Where a state begins, the states in it, and which of them end it. */
function insideOf(definition: Definition, state: State, locale: Locale): readonly string[] {
  const children = state.children.map((path) => stateAt(definition, path))
  const blocks = children.map((child) => stateBlock(definition, child, locale))
  if (state.kind === 'parallel') return blocks.flatMap((block, at) => (at === 0 ? block : ['--', ...block]))
  return [
    ...(state.initial === undefined ? [] : [`[*] --> ${nameOf(state.initial)}`]),
    ...blocks.flat(),
    ...children.flatMap(({ kind, path }) => (kind === 'final' ? [`${nameOf(path)} --> [*]`] : [])),
  ]
}

function stateBlock(definition: Definition, state: State, locale: Locale): readonly string[] {
  const name = nameOf(state.path)
  if (isChoice(state)) return [`state ${name} <<choice>>`]
  const head = `state "${escaped(titleOf(state, locale))}" as ${name}`
  if (state.children.length === 0) return [head]
  return [`${head} {`, ...indented(insideOf(definition, state, locale)), '}']
}

/** Mermaid has no sign for history: it is a state with the usual one. */
function titleOf(state: State, locale: Locale): string {
  if (state.kind === 'history') return state.history === 'deep' ? 'H*' : 'H'
  return stateTitle(state, locale)
}

/** A state that is left as soon as it is entered, whatever holds. */
function isChoice({ kind, transitions }: State): boolean {
  const isDecided = transitions.some(({ guard }) => guard === undefined)
  return (
    kind === 'wait' &&
    transitions.length > 1 &&
    isDecided &&
    transitions.every(({ trigger }) => trigger.kind === 'always')
  )
}

function besideTheFlow(definition: Definition, locale: Locale): readonly string[] {
  if (definition.beside.length === 0) return []
  const blocks = definition.beside.flatMap((path) => stateBlock(definition, stateAt(definition, path), locale))
  return [`state "${pictureWord('beside', locale)}" as beside {`, ...indented(blocks), '}']
}

function transitionLines(definition: Definition, locale: Locale): readonly string[] {
  const arrows = [...definition.states.values()].flatMap(({ transitions }) =>
    transitions.flatMap((transition) => arrow(definition, transition, locale)),
  )
  const isAnywhere = arrows.some((line) => line.startsWith('anywhere '))
  return [...(isAnywhere ? [`state "${pictureWord('anywhere', locale)}" as anywhere`] : []), ...new Set(arrows)]
}

function arrow(definition: Definition, transition: Transition, locale: Locale): readonly string[] {
  if (transition.target === undefined) return []
  const source = transition.source === '' ? 'anywhere' : nameOf(transition.source)
  const label = escaped(describeTransition(transition, definition, locale))
  return [`${source} --> ${nameOf(transition.target)}${label === '' ? '' : ` : ${label}`}`]
}

/**
 * A path as an identifier, one for each. The prefix keeps it off the words of Mermaid, the doubled line off the names
 * that Mermaid makes itself (`x_start`).
 */
function nameOf(path: string): string {
  return `s_${path.replace(/[^A-Za-z0-9]/g, (sign) => (sign === '.' ? '__' : `_${sign.charCodeAt(0)}_`))}`
}

/** Signs that mean something to Mermaid are written by their number. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[#;:"<>{}%\\`]/g, (sign) => `#${sign.charCodeAt(0)};`)
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`)
}
