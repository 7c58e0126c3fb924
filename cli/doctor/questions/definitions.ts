import { problem } from '../../../engine/problem/catalog.ts'
import type { Problem } from '../../../engine/problem/problem.ts'
import type { PinnedDefinition } from '../../../engine/store/look-at-store.ts'
import type { Question, WithStore } from '../question.ts'

/** Whether the definitions that instances run on can be read, and are those on disk. */
export const definitions: Question<WithStore> = {
  id: 'definitions',
  ask: async (seen) => {
    const found = await Promise.all(seen.look.pinnedDefinitions().map((pinned) => judge(seen, pinned)))
    return found.flat()
  },
}

/** Instances of one hash share its fate, so one of them is asked. */
async function judge({ workspace }: WithStore, pinned: PinnedDefinition): Promise<readonly Problem[]> {
  const { hash, process, version, instances, example } = pinned
  const view = await workspace.host.instance(example)
  if (view === undefined) return []
  if ((await workspace.processOf(view.record)) === undefined) {
    return [problem('host/definition-lost', { instance: example, hash })]
  }
  if (view.newer === undefined) return []
  return [
    problem('doctor/older-definition', { process, version, newer: view.newer.version, count: instances, example }),
  ]
}
