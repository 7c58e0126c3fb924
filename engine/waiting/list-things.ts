/** Everything that waits in an instance. */
import type { Definition } from '../definition/definition.ts'
import { type Circumstances, isWithin, type Thing } from './circumstances.ts'

/** In the order people look for it: what holds the whole, what failed, open work, states, work put aside. */
export function listThings(circumstances: Circumstances): readonly Thing[] {
  const { record, active, definition } = circumstances.situation
  const failed = record.incidents.map((incident): Thing => {
    return { kind: 'incident', id: incident.id, state: incident.state, incident }
  })
  if (record.status === 'completed' || record.status === 'cancelled') return failed
  if (record.suspendedAt !== undefined) return [{ kind: 'suspended', id: 'suspended', state: '' }, ...failed]
  const waits = record.waits
    .filter(({ id }) => !record.incidents.some((incident) => incident.id === id))
    .map((wait): Thing => ({ kind: 'wait', id: wait.id, state: wait.state, wait }))
  const asides = record.aside.flatMap(({ wait, at, state }): Thing[] => {
    const returns = [...active].some((path) => leadsBack(definition, path, state))
    return wait && returns ? [{ kind: 'aside', id: wait.id, state, task: wait.id, since: at }] : []
  })
  const ending: Thing[] = record.status === 'ending' ? [{ kind: 'ending', id: 'ending', state: '' }] : []
  return [...ending, ...failed, ...waits, ...statesThatWait(circumstances), ...asides]
}

/** Whether a transition of a state leads, through a history, to where another was left. */
export function leadsBack({ states }: Definition, path: string, left: string): boolean {
  const transitions = states.get(path)?.transitions ?? []
  return transitions.some(({ target = '' }) => {
    const { kind, parent } = states.get(target) ?? {}
    return kind === 'history' && parent !== undefined && left.startsWith(`${parent}.`)
  })
}

/** Active states without work of their own that nothing active stands inside. */
function statesThatWait({ situation }: Circumstances): readonly Thing[] {
  const { active, definition, record } = situation
  return [...definition.states.values()].flatMap((state): Thing[] => {
    const isLeaf = active.has(state.path) && !state.children.some((child) => active.has(child))
    const isOpen = record.status === 'running' || isWithin(state.path, '~')
    return isLeaf && isOpen && state.kind === 'wait' ? [{ kind: 'state', id: state.path, state: state.path }] : []
  })
}
