import type { Definition, State, Trigger } from '../definition/definition.ts'
import type { Field, Type } from '../expression/type.ts'

/** The type of a path as it is read at a state, on a trigger where there is one; undefined where that is not known here. */
export function typeOfPath(
  definition: Definition,
  state: State,
  trigger: Trigger | undefined,
  path: readonly string[],
): Type | undefined {
  const [root = '', ...rest] = path
  return rest.reduce<Type | undefined>(
    (type, name) => (type?.kind === 'record' ? type.fields.find((field) => field.name === name)?.type : undefined),
    typeOfVariable(definition, state, trigger, root),
  )
}

function typeOfVariable(
  definition: Definition,
  { own, work, rhythms }: State,
  trigger: Trigger | undefined,
  name: string,
): Type | undefined {
  switch (name) {
    case 'data':
      return definition.data
    case 'params':
      return record(definition.params)
    case 'own':
      return definition.data.fields.find((field) => field.name === own)?.type
    case 'values':
      return record(
        definition.values.map(({ name: value, expression }) => ({
          name: value,
          type: expression.type,
          optional: false,
        })),
      )
    case 'event':
      return trigger?.kind === 'event' ? record(definition.events[trigger.event]?.with ?? []) : undefined
    case 'form': {
      const task = trigger?.kind === 'rhythm-ending' ? rhythms.find(({ key }) => key === trigger.key)?.task : work
      return task?.kind === 'task' ? record(task.form) : undefined
    }
    default:
      return undefined
  }
}

function record(fields: readonly Field[]): Type {
  return { kind: 'record', name: '', fields }
}
