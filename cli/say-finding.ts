/** Findings in sentences: what waits and why. */
import type { Finding, Holder, Reason } from '../engine/waiting/finding.ts'
import type { Page } from './page.ts'
import { sayUnmet } from './say-unmet.ts'
import { type Standing, withPlace } from './state-titles.ts'
import { dueText } from './status-lines.ts'

/** Lines of one list before it is only told how many more there are. */
const MOST = 6

/** What waits, with the place it stands in where its title alone would not say. */
export function titleOfFinding(finding: Finding, standing: Standing, page: Page): string {
  return withPlace(standing, finding.state, page.said(finding.title), page)
}

/** One sentence: why it waits. */
export function sayFinding(finding: Finding, standing: Standing, page: Page): string {
  const [reason] = finding.reasons
  const title = titleOfFinding(finding, standing, page)
  const since = page.moment(finding.since ?? standing.record.at)
  switch (reason?.kind) {
    case 'suspended':
      return reason.by === undefined
        ? page.say('why.suspended', { since })
        : page.say('why.suspendedBy', { since, by: page.name(reason.by) })
    case 'ending': {
      const count = reason.findings.length
      if (reason.outcome === undefined) return page.say('why.ending', { count })
      return page.say('why.endingAs', { count, outcome: page.said(reason.outcome) })
    }
    case 'incident':
      return page.say('why.incident', { title, message: reason.message })
    case 'aside':
      return page.say('why.aside', { title, since })
    case 'task':
      return sayTask(reason, { title, since }, page)
    case 'approval':
      return sayApproval(reason, title, page)
    case 'action':
      return sayAction(reason, title, page)
    case 'children': {
      const { process, open, ended, total } = reason
      return page.say('why.children', { title, process, open: open.length, ended, total })
    }
    default:
      return sayState(finding, title, page)
  }
}

function sayTask(
  reason: Extract<Reason, { kind: 'task' }>,
  values: { readonly title: string; readonly since: string },
  page: Page,
): string {
  const who = whoOf(reason, page)
  if (reason.dueAt === undefined) return page.say('why.task', { ...values, who })
  return page.say('why.taskDue', { ...values, who, due: dueOf(reason, page) })
}

function sayApproval(reason: Extract<Reason, { kind: 'approval' }>, title: string, page: Page): string {
  const { needed, approved, rejected, seats } = reason
  const who = page.list(seats.map((seat) => whoOf(seat, page)))
  const values = { title, needed, approved, rejected, who }
  if (reason.dueAt === undefined) return page.say('why.approval', values)
  return page.say('why.approvalDue', { ...values, due: dueOf(reason, page) })
}

function sayAction(reason: Extract<Reason, { kind: 'action' }>, title: string, page: Page): string {
  const { action, attempts, nextTryAt } = reason
  if (nextTryAt === undefined) return page.say('why.action', { title, action })
  return page.say('why.actionAgain', { title, action, attempts, at: page.moment(nextTryAt) })
}

function sayState({ waits, reasons }: Finding, title: string, page: Page): string {
  const what = waits && page.said(waits)
  if (reasons[0]?.kind === 'others') {
    return what === undefined
      ? page.say('why.others', { titles: title })
      : page.say('why.othersFor', { titles: title, what })
  }
  if (what !== undefined) return page.say('why.state', { title, what })
  if (reasons.some(({ kind }) => kind === 'event')) return page.say('why.event', { title })
  return page.say(reasons.some(({ kind }) => kind === 'condition') ? 'why.condition' : 'why.clock', { title })
}

function dueOf(reason: { readonly dueAt?: number; readonly estimated?: true }, page: Page): string {
  return dueText({ ...reason, estimated: reason.estimated === true }, page)
}

function whoOf({ assignee, person, role }: Holder, page: Page): string {
  const one = assignee ?? person
  return one === undefined ? page.role(role ?? '') : page.name(one)
}

/** What else is to be known: a line each. */
export function sayDetails({ reasons }: Finding, standing: Standing, page: Page): readonly string[] {
  return reasons.flatMap((reason) => sayDetail(reason, standing, page))
}

function sayDetail(reason: Reason, standing: Standing, page: Page): readonly string[] {
  const names = (ids: readonly string[]) => page.list(ids.map((id) => page.name(id)))
  switch (reason.kind) {
    case 'task':
      return [
        ...(reason.assignee === undefined ? [] : [page.say('why.claimed', { who: page.name(reason.assignee) })]),
        ...(reason.escalatedTo.length === 0 ? [] : [page.say('show.escalated', { to: names(reason.escalatedTo) })]),
      ]
    case 'approval':
      return [
        ...(reason.notBy.length === 0 ? [] : [page.say('why.notBy', { who: names(reason.notBy) })]),
        ...(reason.veto.length === 0 ? [] : [page.say('why.veto', { roles: names(reason.veto) })]),
      ]
    case 'nobody':
      return [page.say('why.nobody', { who: whoOf(reason, page) })]
    case 'event':
      return reason.roles.length === 0 ? [page.say('why.processEvent', { event: reason.event })] : []
    case 'condition':
      return sayNotYet(reason.unmet, standing, page)
    case 'timer':
      return [sayTimer(reason, page)]
    case 'children':
      return sayChildren(reason, page)
    default:
      return []
  }
}

/** What is not yet so: a line for each of the first few. */
export function sayNotYet(
  unmet: Extract<Reason, { kind: 'condition' }>['unmet'],
  standing: Standing,
  page: Page,
): readonly string[] {
  const lines = unmet.map((part) => page.say('unmet.all', { what: sayUnmet(part, standing, page) }))
  return lines.length <= MOST ? lines : [...lines.slice(0, MOST), page.say('show.more', { count: lines.length - MOST })]
}

function sayTimer({ dueAt, estimated, timerKind }: Extract<Reason, { kind: 'timer' }>, page: Page): string {
  const at = page.moment(dueAt) + (estimated ? page.aside(page.say('show.estimated')) : '')
  return page.say('why.timer', { at, what: page.say(`timer.${timerKind}`) })
}

function sayChildren({ open, held }: Extract<Reason, { kind: 'children' }>, page: Page): readonly string[] {
  const lines = open.map(({ instance, name, status, findings }) => {
    const [first] = findings
    const said = first && page.said(first.waits ?? first.title)
    const values = {
      instance,
      name: name ? page.said(name) : instance,
      status: status === 'starting' ? page.say('why.starting') : page.say(`status.${status}`),
    }
    return said === undefined ? page.say('why.child', values) : page.say('why.childWaits', { ...values, what: said })
  })
  return held === 0 ? lines : [...lines, page.say('why.held', { count: held })]
}
