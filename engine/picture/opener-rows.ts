/** For work beside the flow: which states open it. */
import type { State } from '../definition/definition.ts'
import type { Row } from './picture-node.ts'
import { pictureWord } from './picture-words.ts'
import { stateTitle } from './say-text.ts'
import type { Scene } from './scene.ts'
import { besidePath } from './state-rows.ts'

/** `opens when leaving Intent`; nothing for a state that is in the flow. */
export function openerRows(scene: Scene, state: State): readonly Row[] {
  const { definition, locale } = scene
  if (!definition.beside.includes(state.path)) return []
  const opens = (when: 'exit' | 'entry' | 'transition') =>
    [...definition.states.values()].filter((candidate) => opensIn(scene, candidate, state.path, when))
  const row = (states: readonly State[], word: 'opened' | 'opens'): readonly Row[] => {
    const names = [...new Set(states.map((opener) => stateTitle(opener, locale)))]
    const text = names.join(locale === 'zh' ? '、' : ', ')
    return names.length === 0
      ? []
      : [{ glyph: 'opens', text: `${pictureWord(word, locale)}${locale === 'zh' ? '' : ' '}${text}` }]
  }
  return [...row(opens('exit'), 'opened'), ...row([...opens('entry'), ...opens('transition')], 'opens')]
}

function opensIn(scene: Scene, state: State, task: string, when: 'exit' | 'entry' | 'transition'): boolean {
  const operations = when === 'transition' ? state.transitions.flatMap((move) => move.operations) : state[when]
  return operations.some(
    (operation) => operation.kind === 'open' && besidePath(scene, operation.task, state.path) === task,
  )
}
