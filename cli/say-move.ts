/** What would unblock a thing: in words, and as the command to type. */
import type { Field } from '../engine/expression/type.ts'
import type { InstanceView } from '../engine/host/host.ts'
import type { Finding, Move } from '../engine/waiting/finding.ts'
import { isReady } from '../engine/waiting/finding.ts'
import { referenceTo, shortName } from './next-commands.ts'
import type { Page } from './page.ts'
import { sayNotYet, titleOfFinding } from './say-finding.ts'
import { few, sayUnmet, sayWhen } from './say-unmet.ts'
import { shellWord } from './shell-word.ts'
import type { Standing } from './state-titles.ts'
import type { StatusNode } from './status-tree.ts'

/** What moves are said with. */
export interface Around {
  readonly view: InstanceView
  readonly standing: Standing
  readonly nodes: readonly StatusNode[]
  readonly findings: readonly Finding[]
}

/** A move in words; the command where it can be typed. */
export interface SaidMove {
  readonly move: Move
  readonly said: string
  readonly command?: string
  readonly ready: boolean
  /** What stands against it. */
  readonly hindrances: readonly string[]
}

/** A move, said. */
export function sayMove(move: Move, around: Around, page: Page): SaidMove {
  const command = commandOf(move, around)
  return {
    move,
    said: wordsOf(move, around, page),
    ...(command === undefined ? {} : { command: page.command(command) }),
    ready: isReady(move),
    hindrances: hindrancesOf(move, around.standing, page),
  }
}

function wordsOf(move: Move, around: Around, page: Page): string {
  switch (move.kind) {
    case 'complete': {
      const asks = page.list(asksOf(move, page))
      return asks === '' ? page.say('do.complete') : page.say('do.completeWith', { asks })
    }
    case 'decide':
      return page.say('do.decide', { who: page.list(move.people.map((id) => page.name(id))) })
    case 'send':
      return page.say('do.send', { event: move.event + page.aside(page.list(move.roles.map((id) => page.name(id)))) })
    case 'wait':
      return page.say('do.wait', { at: page.moment(move.until), distance: page.distance(move.until - page.now) })
    case 'load-people':
      return page.say('do.load', { who: page.name(move.person ?? move.role ?? '') })
    case 'follow': {
      const found = around.findings.find(({ id }) => id === move.finding)
      return page.say('do.follow', { titles: found ? titleOfFinding(found, around.standing, page) : move.finding })
    }
    case 'look':
    case 'retry':
    case 'resume':
    case 'run':
      return page.say(`do.${move.kind}`)
  }
}

function asksOf({ fields, evidence }: Extract<Move, { kind: 'complete' }>, page: Page): string[] {
  const names = fields.map(({ name }) => name)
  return [
    ...(names.length === 0 ? [] : [page.say('show.fill', { fields: few(names, page) })]),
    ...(evidence.length === 0 ? [] : [page.say('show.attach', { kinds: page.list(evidence) })]),
  ]
}

function hindrancesOf(move: Move, standing: Standing, page: Page): readonly string[] {
  const unmet = 'unmet' in move ? move.unmet : []
  const limits = move.kind === 'complete' ? move.limits : []
  return [
    ...sayNotYet(unmet, standing, page),
    ...limits.flatMap(({ when, unmet: of }) =>
      of.map((part) =>
        page.say('unmet.limit', { when: sayWhen(when, standing, page), what: sayUnmet(part, standing, page) }),
      ),
    ),
  ]
}

/** The line to type; capitals are to be filled in. */
function commandOf(move: Move, { view, nodes }: Around): string | undefined {
  const { process, id } = view.record
  const name = shortName(process, id)
  switch (move.kind) {
    case 'complete': {
      const fill = move.fields.length === 0 ? '' : ' --input FILE'
      const evidence = move.evidence.map((kind) => ` --evidence ${shellWord(`${kind}=FILE`)}`)
      return `picket complete ${reference(move.task, view, nodes, name)}${fill}${evidence.join('')}${as(move.people)}`
    }
    case 'decide':
      return `picket decide ${reference(move.task, view, nodes, name)} approve${as(move.people)}`
    case 'send':
      return `picket send ${name} ${move.event}${setsOf(move)}${as(move.people)}`
    case 'retry':
      return `picket retry ${name} --incident ${shellWord(move.incident)}${as(move.people)}`
    case 'resume':
      return `picket resume ${name}${as(move.people)}`
    case 'wait':
    case 'run':
      return 'picket run --until-idle'
    case 'load-people':
      return 'picket people load FILE --as PERSON'
    case 'look':
      return `picket show ${shellWord(move.instance)} --why`
    case 'follow':
      return undefined
  }
}

function as([person = 'PERSON']: readonly string[]): string {
  return ` --as ${shellWord(person)}`
}

function reference(task: string, { tasks }: InstanceView, nodes: readonly StatusNode[], name: string): string {
  const row = tasks.find(({ id }) => id === task)
  return row ? referenceTo(row, tasks, nodes, name) : task
}

function setsOf({ fields, fixed, choices, needed }: Extract<Move, { kind: 'send' }>): string {
  const asked = fields.filter(
    ({ name, optional, default: value }) => needed.includes(name) || (!optional && value === undefined),
  )
  return asked.map((field) => ` --set ${shellWord(`${field.name}=${valueFor(field, fixed, choices)}`)}`).join('')
}

/** What a guard fixes, else the first of what is allowed, else a place to fill in. */
function valueFor(
  { name }: Field,
  fixed: Extract<Move, { kind: 'send' }>['fixed'],
  choices: Extract<Move, { kind: 'send' }>['choices'],
): string {
  const value = fixed[name] ?? choices[name]?.[0]
  return value === undefined ? name.toUpperCase() : String(value)
}
