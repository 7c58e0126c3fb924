/** What states and data are called. */
import type { Definition, State } from '../definition/definition.ts'
import type { Field } from '../expression/type.ts'
import type { Text } from '../problem/problem.ts'
import type { Said } from '../problem/said.ts'
import type { Situation } from '../step/situation.ts'

/** The title of a state, else of its work, else its key; of the root that of the process. */
export function titleOf(situation: Situation, state: State): Said {
  const { definition } = situation
  if (state.path === '') return { text: definition.title, arguments: {} }
  const phrase = state.title ?? (state.work && 'title' in state.work ? state.work.title : undefined)
  return phrase ? situation.say(phrase, state.path) : { text: { en: state.key, zh: state.key }, arguments: {} }
}

/** The title of what a path such as `data.cycle.areas` names, if it is declared with one. */
export function fieldTitle(definition: Definition, text: string): Text | undefined {
  const [variable = '', ...keys] = text.split('.')
  if (keys.some((key) => !/^\w+$/.test(key))) return undefined
  if (variable === 'params') return fieldAt(definition.params, keys)?.title
  if (variable === 'own' || variable === 'form') return formField(definition, keys)?.title
  return variable === 'data'
    ? (fieldAt(definition.data.fields, keys)?.title ?? formField(definition, keys)?.title)
    : undefined
}

function fieldAt(fields: readonly Field[], [first, ...rest]: readonly string[]): Field | undefined {
  const field = fields.find(({ name }) => name === first)
  if (rest.length === 0 || field?.type.kind !== 'record') return rest.length === 0 ? field : undefined
  return fieldAt(field.type.fields, rest)
}

function formField(definition: Definition, keys: readonly string[]): Field | undefined {
  const last = keys.at(-1)
  const forms = [...definition.states.values()].flatMap(({ work }) => (work?.kind === 'task' ? work.form : []))
  return forms.find(({ name, title }) => name === last && title !== undefined)
}
