/** The instance a user means. */
import type { Host, InstanceView } from '../engine/host/host.ts'
import { problem } from '../engine/problem/catalog.ts'
import { nearestName } from '../engine/problem/nearest-name.ts'
import { refuse } from './failure.ts'

/** By its id, or by an ending of its id that no other has. */
export async function findInstance(host: Host, given: string): Promise<InstanceView> {
  const exact = await host.instance(given)
  if (exact !== undefined) return exact
  const ids = (await host.instances()).map(({ id }) => id)
  const matches = instancesMeant(ids, given)
  if (matches.length > 1) return refuse(problem('cli/several-instances', { instance: given, matches }))
  const found = matches[0] === undefined ? undefined : await host.instance(matches[0])
  return found ?? refuse(problem('cli/unknown-instance', { instance: given, near: nearestName(given, ids) }))
}

/** The id itself, else all that end so. */
export function instancesMeant(ids: readonly string[], given: string): readonly string[] {
  if (ids.includes(given)) return [given]
  return ids.filter((id) => /[-._]/.test(id.at(-given.length - 1) ?? '') && id.endsWith(given))
}
