import type { Transition, Write } from '../../definition/definition.ts'
import type { Expression } from '../../expression/expression.ts'
import { dataPath } from '../declared-data.ts'
import { defineRule } from '../rule.ts'
import { readsOf } from '../uses.ts'

/** A guard reads what its own transition assigns: it sees what was there before. */
export const guardReadsAssigned = defineRule('lint/guard-reads-assigned', (definition, _environment, report) => {
  for (const state of definition.states.values()) {
    for (const move of state.transitions) {
      const { guard } = move
      if (!guard) continue
      const read = readsOf({ expression: guard, own: state.own })
      const write = writesOf(move).find(
        ({ record, field, value }) => read.has(dataPath(record, field)) && !foresees(guard, value),
      )
      if (write) report({ field: write.field }, { place: guard.place ?? move.place, usedAt: state.usedAt })
    }
  }
})

function writesOf({ operations }: Transition): readonly Write[] {
  return operations.flatMap((operation) => (operation.kind === 'assign' ? operation.writes : []))
}

/** The guard works the new value out itself, so that the old one is meant: `count + event.count > params.most`. */
function foresees(guard: Expression, value: Expression): boolean {
  const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '')
  return withoutSpaces(guard.text).includes(withoutSpaces(value.text))
}
