/** A host that is ended and opened anew before each call: what is not stored is lost between any two steps. */
import type { Host } from '../../engine/host/host.ts'
import type { OpenedHost } from './opened-host.ts'

export function reloadingHost(opened: OpenedHost): Host {
  const anew = async <T>(ask: (host: Host) => Promise<T>): Promise<T> => ask(await opened.reopen())
  return {
    start: (request, claim) => anew((host) => host.start(request, claim)),
    send: (request, claim) => anew((host) => host.send(request, claim)),
    complete: (request, claim) => anew((host) => host.complete(request, claim)),
    decide: (request, claim) => anew((host) => host.decide(request, claim)),
    control: (request, claim) => anew((host) => host.control(request, claim)),
    claimTask: (task, claim) => anew((host) => host.claimTask(task, claim)),
    releaseTask: (task, claim) => anew((host) => host.releaseTask(task, claim)),
    assignTask: (task, to, claim) => anew((host) => host.assignTask(task, to, claim)),
    attach: (task, evidence, claim) => anew((host) => host.attach(task, evidence, claim)),
    comment: (comment, claim) => anew((host) => host.comment(comment, claim)),
    runDue: () => anew((host) => host.runDue()),
    nextDue: () => anew((host) => host.nextDue()),
    instance: (id) => anew((host) => host.instance(id)),
    instances: (query) => anew((host) => host.instances(query)),
    tasks: (query) => anew((host) => host.tasks(query)),
    journal: (instance) => anew((host) => host.journal(instance)),
    comments: (instance) => anew((host) => host.comments(instance)),
    evidence: (task) => anew((host) => host.evidence(task)),
    evidenceBytes: (evidence) => anew((host) => host.evidenceBytes(evidence)),
    verify: (instance, told) => anew((host) => host.verify(instance, told)),
    close: () => opened.close(),
  }
}
