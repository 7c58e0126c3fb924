/**
 * A picture of a process, as people look at it: its states and how one leads to another, in the language they read.
 * Everything here is computed from the definition alone; the same definition gives the same bytes.
 */
import type { Definition, State } from '../definition/definition.ts'
import type { Locale, Text } from '../problem/problem.ts'
import { foldAlike, fullShape } from './fold-alike.ts'
import { layout } from './layout.ts'
import type { Panel } from './panel.ts'
import { drawInside, drawStates } from './picture-graph.ts'
import { pictureWord } from './picture-words.ts'
import { renderSvg } from './render-svg.ts'
import { humanise, inLanguage, stateTitle } from './say-text.ts'
import { ancestorsOf, counterpart, descendantsOf, type Fold, type Mark, type Scene, stateAt } from './scene.ts'

/** How a definition is drawn: language, marked states, names. */
export interface DrawOptions {
  readonly locale: Locale
  /** Paths of the active states of an instance; what they stand in is active with them. */
  readonly active?: ReadonlySet<string>
  /** Remarks on states, by path. */
  readonly marks?: ReadonlyMap<string, Mark>
  /** Draws the inside of every state, however often it is the same. */
  readonly expand?: boolean
  /** What roles are called, by id; others are called by their id. */
  readonly roleTitles?: Readonly<Record<string, Text>>
  /** What other processes are called, by id. */
  readonly processTitles?: Readonly<Record<string, Text>>
  /** Stands under the title after the version: the name of an instance, a date. */
  readonly details?: string
}

/** The picture as SVG text. */
export async function drawDefinition(definition: Definition, options: DrawOptions): Promise<string> {
  const { locale } = options
  const scene = sceneOf(definition, options)
  const panels: Panel[] = [{ placed: await layout(drawInside(scene, '')) }]
  if (definition.beside.length > 0) {
    const graph = drawStates(scene, definition.beside)
    panels.push({ title: pictureWord('beside', locale), placed: await layout(graph) })
  }
  for (const fold of new Set(scene.folds.values())) panels.push(...(await foldPanels(scene, fold)))
  const details = [`${pictureWord('version', locale)} ${definition.version}`, options.details]
    .filter(Boolean)
    .join(' · ')
  return renderSvg({ title: inLanguage(definition.title, locale), details, locale }, panels)
}

function sceneOf(definition: Definition, options: DrawOptions): Scene {
  const active = [...(options.active ?? [])].flatMap((path) => [path, ...ancestorsOf(definition, path)])
  return {
    definition,
    locale: options.locale,
    active: new Set(active),
    marks: options.marks ?? new Map(),
    roleTitles: options.roleTitles ?? {},
    processTitles: options.processTitles ?? {},
    folds: options.expand ? new Map() : foldAlike(definition),
  }
}

/** The common inside of a group, then what single members have where the others have something simpler. */
async function foldPanels(scene: Scene, fold: Fold): Promise<readonly Panel[]> {
  const plain: Scene = { ...scene, folds: new Map(), active: new Set(), marks: new Map() }
  const common = await layout(drawInside({ ...plain, pattern: fold }, fold.example))
  const panels: Panel[] = [{ title: commonTitle(scene, fold), placed: common }]
  for (const [, [first, ...others]] of variations(scene.definition, fold)) {
    if (!first) continue
    const { locale } = scene
    const names = [...new Set([first, ...others].map(({ state }) => stateTitle(state, locale)))].join(' / ')
    const member = stateTitle(stateAt(scene.definition, first.member), locale)
    const title = `${member}${locale === 'zh' ? '：' : ': '}${names}`
    panels.push({ title, placed: await layout(drawInside(plain, first.state.path)) })
  }
  return panels
}

function commonTitle({ definition, locale }: Scene, { parent, members }: Fold): string {
  const state = stateAt(definition, parent)
  const name =
    parent === '' ? inLanguage(definition.title, locale) : state.title ? stateTitle(state, locale) : humanise(state.key)
  return pictureWord('inside', locale).replace('{n}', String(members.length)).replace('{name}', name)
}

interface Variation {
  readonly member: string
  readonly state: State
}

/** Stages inside members where the example has something simpler, those of one shape together. */
function variations(definition: Definition, fold: Fold): ReadonlyMap<string, readonly Variation[]> {
  const found = new Map<string, Variation[]>()
  for (const member of fold.members) {
    for (const state of descendantsOf(definition, member)) {
      const twin = definition.states.get(counterpart(state.path, member, fold.example))
      if (state.children.length === 0 || !twin || twin.children.length > 0) continue
      const key = `${member} ${fullShape(definition, state.path)}`
      found.set(key, [...(found.get(key) ?? []), { member, state }])
    }
  }
  return found
}
