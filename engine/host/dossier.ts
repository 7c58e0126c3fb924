/** What people keep beside the process: remarks, and evidence given back with proof. Nothing of it moves an instance. */
import { createHash } from 'node:crypto'
import { resolveActor } from '../people/resolve-actor.ts'
import { problem } from '../problem/catalog.ts'
import { nearestName } from '../problem/nearest-name.ts'
import type { Answer, Problem } from '../problem/problem.ts'
import type { Claim, CommentRow, EvidenceRow, NewComment } from './host.ts'
import type { HostWorld } from './host-world.ts'
import type { Ledger } from './ledger.ts'
import { refuse } from './step-writer.ts'
import type { WriterQueue } from './writer-queue.ts'

/** The most bytes of a remark, as of an event. */
const largestComment = 64 * 1024
const saltBytes = 16

export class Dossier {
  readonly #ledger: Ledger
  readonly #queue: WriterQueue
  readonly #world: HostWorld

  constructor(ledger: Ledger, queue: WriterQueue, world: HostWorld) {
    this.#ledger = ledger
    this.#queue = queue
    this.#world = world
  }

  /** Everybody in the organisation may remark on everything, also when it is over. */
  async comment(comment: NewComment, claim: Claim): Promise<Answer<CommentRow>> {
    const actor = resolveActor(this.#ledger.directory(), claim)
    if (!actor.ok) return actor
    const refused = judgeText(comment) ?? (await this.#judgeSubject(comment))
    if (refused) return refuse(refused)
    const salt = Buffer.from(this.#world.random(saltBytes)).toString('hex')
    const at = this.#world.now()
    return this.#queue.submit(() => ({ ok: true, value: this.#ledger.comment(comment, salt, claim, at) }))
  }

  async bytesOf({ task, kind, name, sha256 }: EvidenceRow): Promise<Answer<Uint8Array>> {
    if (sha256 === undefined) return refuse(problem('host/evidence-elsewhere', { task, kind }))
    const bytes = this.#ledger.fileOf(sha256)
    const isWhole = bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256
    return isWhole ? { ok: true, value: bytes } : refuse(problem('host/evidence-damaged', { task, kind, name, sha256 }))
  }

  async #judgeSubject({ instance, task }: NewComment): Promise<Problem | undefined> {
    const now = this.#world.now()
    if (this.#ledger.instance(instance) === undefined) {
      const known = (await this.#ledger.instances({}, now)).map(({ id }) => id)
      return problem('host/unknown-instance', { instance, near: nearestName(instance, known) })
    }
    if (task === undefined) return undefined
    const known = (await this.#ledger.tasks({ instance, status: 'all' }, now)).map(({ id }) => id)
    return known.includes(task) ? undefined : problem('host/unknown-task', { task, near: nearestName(task, known) })
  }
}

function judgeText({ instance, text }: NewComment): Problem | undefined {
  if (text.trim() === '') return problem('host/empty-comment', { instance })
  const size = Buffer.byteLength(text)
  return size > largestComment
    ? problem('host/too-large', { what: 'comment', instance, size, limit: largestComment })
    : undefined
}
