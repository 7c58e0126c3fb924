import type { Actor } from '../step/instance-event.ts'
import type { HostWorld } from './host-world.ts'

/** What every event of a person says: when, who, and their remark if they made one. */
export function happened(world: Pick<HostWorld, 'now'>, actor: Actor, comment: string | undefined) {
  const at = world.now()
  return comment === undefined ? { actor, at } : { actor, at, comment }
}
