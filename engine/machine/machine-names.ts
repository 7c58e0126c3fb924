/** Names a definition's parts have inside the XState machine. */

/** The end of the work of a state (`done`, `approved`, …); `rhythm` names the task of an `every:`. */
export function endingEvent(state: string, ending: string, rhythm?: string): string {
  return rhythm === undefined ? `${ending}@${state}` : `${ending}@${state}#${rhythm}`
}

/** The moment of an `at:`, by its number, or of an `every:` that is a transition. */
export function momentEvent(kind: 'at' | 'every', state: string, key: string): string {
  return `${kind}:${key}@${state}`
}

/** Opens the work beside the flow at this path. */
export function openEvent(path: string): string {
  return `open@${path}`
}

/** XState's own name for a delayed transition: `after: { key: … }` of the state with this id. */
export function afterEvent(stateId: string, key: string): string {
  return `xstate.after.${key}.${stateId}`
}

/** Key of the region of work beside the flow; XState's keys hold no dots. */
export function regionKey(path: string): string {
  return path.replaceAll('.', '/')
}

/** Where states stand in the machine: the id of a node is XState's default, its keys from the machine's id on. */
export interface NodeIds {
  readonly machine: string
  /** The machine is parallel: the flow and each work beside it are regions. */
  readonly hasBeside: boolean
  readonly beside: readonly string[]
}

/** The id of the node of a state. */
export function nodeId(ids: NodeIds, path: string): string {
  if (path.startsWith('~')) {
    const region = ids.beside.find((candidate) => path === candidate || path.startsWith(`${candidate}.`)) ?? path
    return `${ids.machine}.${regionKey(region)}.open${path.slice(region.length)}`
  }
  const flow = ids.hasBeside ? `${ids.machine}.flow` : ids.machine
  return path === '' ? flow : `${flow}.${path}`
}
