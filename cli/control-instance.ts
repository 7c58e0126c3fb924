/** Suspending, resuming, cancelling and retrying: operations on any instance. */
import type { Claim, ControlRequest } from '../engine/host/host.ts'
import { take } from './failure.ts'
import { findInstance } from './find-instance.ts'
import type { Opened, Output } from './picket-command.ts'
import { reportMove } from './report-move.ts'

/** Which operation, with what belongs to it. */
export type Operation =
  | { readonly operation: 'suspend' | 'cancel' }
  | { readonly operation: 'resume'; readonly keepDates: boolean }
  | { readonly operation: 'retry'; readonly incident?: string }

/** Asks the host for it and tells what came of it. */
export async function controlInstance(
  opened: Opened,
  asked: { readonly instance: string; readonly comment?: string | undefined; readonly claim: Claim },
  operation: Operation,
): Promise<Output> {
  const { record } = await findInstance(opened.host, asked.instance)
  const comment = asked.comment === undefined ? {} : { comment: asked.comment }
  const request: ControlRequest = { instance: record.id, ...comment, ...operation }
  const moved = take(await opened.host.control(request, asked.claim))
  return reportMove(opened, moved, (name) => opened.page.say(`control.${operation.operation}`, { name }))
}
