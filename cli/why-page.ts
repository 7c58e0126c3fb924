/** Why an instance waits: a sentence for everything that does, what would unblock it, and the command to type. */
import type { JsonObject } from '../engine/expression/type.ts'
import type { InstanceView } from '../engine/host/host.ts'
import type { Explanation, Finding } from '../engine/waiting/finding.ts'
import { iso } from './json-forms.ts'
import type { Page } from './page.ts'
import type { Output } from './picket-command.ts'
import { sayDetails, sayFinding, titleOfFinding } from './say-finding.ts'
import { type Around, type SaidMove, sayMove } from './say-move.ts'
import { few } from './say-unmet.ts'
import type { Standing } from './state-titles.ts'
import { statusTree } from './status-tree.ts'

/** What the page is about. */
export interface Why {
  readonly explanation: Explanation
  readonly view: InstanceView
  readonly standing: Standing
}

/** A finding, said. */
interface Said {
  readonly finding: Finding
  readonly sentence: string
  readonly details: readonly string[]
  readonly moves: readonly SaidMove[]
}

/** Moves told one by one; the others in a line. */
const MOVES = 3

/** The page, and the same as JSON. */
export function whyPage({ explanation, view, standing }: Why, page: Page): Output {
  const { findings } = explanation
  const around: Around = { view, standing, nodes: statusTree(standing, [], page), findings }
  const said = findings.map((finding): Said => {
    return {
      finding,
      sentence: sayFinding(finding, standing, page),
      details: sayDetails(finding, standing, page),
      moves: finding.moves.map((move) => sayMove(move, around, page)),
    }
  })
  const { row } = view
  const resting = said.filter(({ finding }) => isResting(finding))
  const others = said.filter(({ finding }) => !isResting(finding)).sort((a, b) => rankOf(a) - rankOf(b))
  const heading = `${page.paint('bold', page.said(row.name))}  ${page.say(`status.${row.status}`)}`
  const blocks = [...others.map((each) => block(each, page)), ...restingBlocks(resting, standing, page)]
  return {
    json: {
      id: row.id,
      process: row.process,
      name: page.said(row.name),
      status: row.status,
      findings: said.map((each) => findingJson(each, standing, page)),
    },
    text: `${[heading, ...(blocks.length === 0 ? [page.say('why.none')] : blocks)].join('\n\n')}\n`,
  }
}

function isResting({ reasons }: Finding): boolean {
  return reasons[0]?.kind === 'others'
}

/** What somebody can do something about first. */
function rankOf({ moves }: Said): number {
  return moves.some(({ ready, move }) => ready && move.kind !== 'follow') ? 0 : 1
}

function block({ sentence, details, moves }: Said, page: Page): string {
  const onward = moves.filter(({ move }) => !('around' in move && move.around) && move.kind !== 'follow')
  const first = moves.filter(({ move }) => move.kind === 'follow')
  return [
    sentence,
    ...details.map((line) => `  ${page.paint('dim', line)}`),
    ...onward.slice(0, MOVES).flatMap((move) => moveLines(move, page)),
    ...(first.length === 0 ? [] : [`  ${firstOf(first, page)}`]),
    ...alsoLine([...onward.slice(MOVES), ...moves.filter(({ move }) => 'around' in move && move.around)], page),
  ].join('\n')
}

function moveLines({ said, command, ready, hindrances }: SaidMove, page: Page): string[] {
  return [
    `  ${said}`,
    ...hindrances.map((line) => `    ${page.paint('yellow', line)}`),
    ...(ready && command !== undefined ? [`    ${command}`] : []),
  ]
}

/** Things that must go first, in one line. */
function firstOf(moves: readonly SaidMove[], page: Page): string {
  const prefix = page.say('do.follow', { titles: '' })
  const titles = few([...new Set(moves.map(({ said }) => said.slice(prefix.length)))], page)
  return page.say('do.follow', { titles })
}

function alsoLine(moves: readonly SaidMove[], page: Page): string[] {
  if (moves.length === 0) return []
  const what = moves.map(({ move, said }) => {
    if (move.kind === 'send') return move.event + page.aside(page.list(move.roles.map((role) => page.name(role))))
    return move.kind === 'wait' ? page.say('do.until', { at: page.moment(move.until) }) : said.replace(/[:：]$/, '')
  })
  return [`  ${page.paint('dim', page.say('do.also', { what: few([...new Set(what)], page) }))}`]
}

/** What has nothing to do, together where it waits for the same. */
function restingBlocks(resting: readonly Said[], standing: Standing, page: Page): string[] {
  const groups = new Map<string, Finding[]>()
  for (const { finding } of resting) {
    const what = finding.waits ? page.said(finding.waits) : ''
    groups.set(what, [...(groups.get(what) ?? []), finding])
  }
  return [...groups].map(([what, findings]) => {
    const titles = few(
      findings.map((finding) => titleOfFinding(finding, standing, page)),
      page,
    )
    return page.say(what === '' ? 'why.others' : 'why.othersFor', { titles, what })
  })
}

/** Times as ISO 8601, texts in the reader's language; reasons and moves as data beside their words. */
function findingJson({ finding, sentence, details, moves }: Said, standing: Standing, page: Page): JsonObject {
  const { id, state, waits, since, reasons } = finding
  return {
    id,
    state,
    title: titleOfFinding(finding, standing, page),
    ...(waits && { waits: page.said(waits) }),
    ...(since !== undefined && { since: iso(since) }),
    sentence,
    details,
    reasons: reasons.map((reason) => dataOf(reason, page) as JsonObject),
    moves: moves.map(({ move, said, command, ready, hindrances }) => ({
      ...(dataOf(move, page) as JsonObject),
      ready,
      said,
      hindrances,
      ...(command !== undefined && { command }),
    })),
  }
}

const moments = new Set(['dueAt', 'until', 'nextTryAt'])

/** Data of an explanation as JSON: moments written out, texts said, types of fields by their names. */
function dataOf(value: unknown, page: Page, key = ''): JsonObject[string] {
  if (typeof value === 'number') return moments.has(key) ? iso(value) : value
  if (Array.isArray(value)) return value.map((item) => dataOf(item, page))
  if (typeof value !== 'object' || value === null) return value as JsonObject[string]
  if ('text' in value && 'arguments' in value) return page.said(value as Parameters<Page['said']>[0])
  if (key === 'type' && 'kind' in value) return String(value.kind)
  if (key === 'title') return page.text(value)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, dataOf(inner, page, name)]))
}
