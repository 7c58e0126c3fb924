/**
 * Lives of the shipped processes, made to be recorded: of what can be done next, what was never done so far. The same
 * lives whenever they are made: clock and randomness are a simulation's, and no choice is left to chance.
 */
import type { Field, JsonObject } from '../../engine/expression/type.ts'
import { SqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { loadInstance } from '../../engine/store/load-instance.ts'
import { type Database, openDatabase } from '../../engine/store/open-database.ts'
import { loadCalendar } from '../../engine/store/save-calendar.ts'
import { loadDefinition } from '../../engine/store/save-definition.ts'
import type { Finding, Move } from '../../engine/waiting/finding.ts'
import { as, isOwnAndReady, shipped, Walker, wordsOf } from '../waiting/walker.ts'
import { chooseJournals } from './choose-journals.ts'
import type { RecordedJournal, RecordedProcess, RecordedRelease } from './recorded-files.ts'

const week = 7 * 86_400_000

/** How many walks from the start of each process, and of how many turns at most. */
const walks: Readonly<Record<string, { readonly walks: number; readonly turns: number }>> = {
  'sales-opportunity': { walks: 8, turns: 40 },
  'pilot-change': { walks: 12, turns: 30 },
  'strategy-cycle': { walks: 8, turns: 80 },
  'twelve-step-transformation': { walks: 3, turns: 420 },
}

/** Ends of many things at once: only every other walk takes them, and late. */
const drastic = ['WAIVE', 'LOSE', 'STOP', 'ABANDON']

/** Every shipped process with what it runs on, and lives that hold all that any walk came through. */
export async function recordLives(): Promise<RecordedRelease> {
  const made = new Made()
  for (const [process, { walks: count, turns }] of Object.entries(walks)) {
    for (let walk = 0; walk < count; walk += 1) await made.keep(await new Walk(process, walk, turns, made.done).run())
  }
  return made.release()
}

/** What the walks leave, and what was done in them. */
class Made {
  readonly done = new Set<string>()
  readonly #lives = new Map<string, RecordedJournal[]>()
  readonly #definitions = new Map<string, RecordedProcess['definition']>()
  readonly #calendars = new Map<string, RecordedRelease['calendars'][number]>()

  async keep({ db, host }: { readonly db: Database; readonly host: SqliteHost }): Promise<void> {
    for (const { id } of await host.instances()) {
      const record = loadInstance(db, id)?.record
      if (!record) continue
      const { expanded: _expanded, ...definition } = loadDefinition(db, record.definition) ?? missing(id)
      this.#definitions.set(record.process, definition)
      this.#calendars.set(record.calendar, loadCalendar(db, record.calendar) ?? missing(id))
      const lives = this.#lives.get(record.process) ?? []
      this.#lives.set(record.process, [...lives, { record, entries: await host.journal(id) }])
    }
    await host.close()
  }

  release(): RecordedRelease {
    const processes = [...this.#definitions].map(([process, definition]) => ({
      definition,
      journals: chooseJournals(this.#lives.get(process) ?? []),
    }))
    return { calendars: [...this.#calendars.values()], processes }
  }
}

function missing(id: string): never {
  throw new Error(`${id} runs on something that is not kept`)
}

interface Choice {
  readonly instance: string
  readonly finding: Finding
  readonly move: Move
  /** An approval is given, or not. */
  readonly approve: boolean
  /** What is answered in place of an example. */
  readonly given: JsonObject
  /** As examples say, and voted as in all of this walk. */
  readonly isPlain: boolean
  readonly name: string
}

type Variant = Pick<Choice, 'approve' | 'given' | 'isPlain' | 'name'>

class Walk {
  readonly #process: string
  readonly #number: number
  readonly #turns: number
  readonly #done: Set<string>
  #wentBack = false

  constructor(process: string, number: number, turns: number, done: Set<string>) {
    this.#process = process
    this.#number = number
    this.#turns = turns
    this.#done = done
  }

  async run(): Promise<{ readonly db: Database; readonly host: SqliteHost }> {
    const db = await openDatabase(':memory:')
    const opened: SqliteHost[] = []
    const walker = new Walker(shipped, (world) => {
      const host = new SqliteHost(db, shipped, world)
      opened.push(host)
      return host
    })
    const [host] = opened
    if (!host || !shipped.organisation) throw new Error('no host, or nobody in it')
    await host.loadPeople(shipped.organisation, { remove: false, at: walker.now }, as('xu.yiqing'))
    await this.#live(walker, await walker.start(this.#process))
    return { db, host }
  }

  async #live(walker: Walker, root: string): Promise<void> {
    for (let turn = 0; turn < this.#turns; turn += 1) {
      const live = (await walker.host.instances()).filter(
        ({ status }) => status !== 'completed' && status !== 'cancelled',
      )
      if (!live.some(({ id }) => id === root)) break
      const children = live.filter(({ id }) => id !== root)
      const turnOf = turn % 3 === 2 ? undefined : children[turn % (children.length || 1)]?.id
      const choice = await this.#choose(walker, turnOf ?? root, turn)
      if (choice) await this.#take(walker, choice)
      if (!choice || (turn % 9 === 8 && this.#number % 2 === 1))
        await walker.passTo(walker.now + (this.#number % 2 ? 2 : 1) * week)
      if (turn === 4 + 3 * this.#number) await this.#pause(walker, turnOf ?? root, turn)
      await walker.settle()
    }
    if (this.#number % 4 === 3) await this.#control(walker, root, 'cancel')
    await walker.settle()
  }

  /** What was never done before; else whatever leads on, in turn. Exceptions have every fifth turn, until each was made. */
  async #choose(walker: Walker, instance: string, turn: number): Promise<Choice | undefined> {
    const { findings, process } = await walker.why(instance)
    const forms = new Map((await walker.host.tasks({ instance })).map(({ id, form }) => [id, form]))
    const choices = findings.flatMap((finding) =>
      finding.moves
        .filter((move) => isOwnAndReady(move) && this.#isTime(move, turn))
        .flatMap((move) =>
          variants(move, forms, this.#number % 6 === 4).map((variant) => ({ instance, finding, move, ...variant })),
        )
        .map((choice) => ({ ...choice, name: `${process} ${finding.state} ${choice.name}` })),
    )
    const undone = choices.filter(({ name }) => !this.#done.has(name))
    const isException = ({ move }: Choice) => 'around' in move && move.around
    const pools = [
      isTimeToGoBack(findings) ? choices.filter(goesBack).filter(() => !this.#wentBack) : [],
      turn % 5 === 4 ? undone.filter(isException) : [],
      undone.filter((choice) => !isException(choice)),
      choices.filter((choice) => choice.isPlain && !isException(choice) && choice.move.kind !== 'wait'),
    ]
    const pool = pools.find((pool) => pool.length > 0) ?? []
    const choice = pool[turn % (pool.length || 1)]
    this.#wentBack ||= choice !== undefined && pool === pools[0]
    return choice
  }

  #isTime(move: Move, turn: number): boolean {
    if (move.kind !== 'send') return true
    return !drastic.includes(move.event) || (this.#number % 2 === 1 && turn > 10)
  }

  async #take(walker: Walker, { instance, move, approve, given, name }: Choice): Promise<void> {
    this.#done.add(name)
    await walker.make(instance, move, approve, given)
  }

  /** Suspended for three weeks; its dates move along, or stay. */
  async #pause(walker: Walker, instance: string, turn: number): Promise<void> {
    if (!(await this.#control(walker, instance, 'suspend'))) return
    await walker.passTo(walker.now + 3 * week)
    const keepDates = turn % 2 === 0
    await this.#control(walker, instance, 'resume', keepDates ? { keepDates } : {})
  }

  async #control(
    walker: Walker,
    instance: string,
    operation: 'suspend' | 'resume' | 'cancel',
    more: { readonly keepDates?: boolean } = {},
  ): Promise<boolean> {
    const view = await walker.host.instance(instance)
    const control = view && walker.host.processOf(view.record)?.machine.definition.control
    const roles = control?.[operation === 'resume' ? 'suspend' : operation] ?? []
    const person = [...shipped.directory.people.values()].find((one) => one.roles.some((role) => roles.includes(role)))
    if (!person) return false
    return (await walker.host.control({ operation, instance, ...more }, as(person.id))).ok
  }
}

/** Once most steps of a programme have passed, a loop back to the first makes what builds on it stale. */
function isTimeToGoBack(findings: readonly Finding[]): boolean {
  return findings.filter(({ state }) => state.endsWith('.passed')).length >= 9
}

function goesBack({ move, finding }: Choice): boolean {
  return move.kind === 'send' && move.event === 'LOOP_TO' && finding.state.includes('.preparation')
}

/** The ways in which a move can be made (plainly, some walks refuse whatever is voted on): either vote, every answer of a word or of yes and no. */
function variants(move: Move, forms: ReadonlyMap<string, readonly Field[]>, refuses: boolean): readonly Variant[] {
  const plain = { approve: true, given: {}, isPlain: true }
  if (move.kind === 'decide')
    return [true, false].map((approve) => ({
      ...plain,
      approve,
      isPlain: approve !== refuses,
      name: `decide ${approve} ${move.people[0]}`,
    }))
  if (move.kind === 'send') {
    return [{ ...plain, name: `send ${move.event} ${move.target}` }, ...optionalVariants(move)]
  }
  if (move.kind !== 'complete') return [{ ...plain, name: `${move.kind} ${'timer' in move ? move.timer : ''}` }]
  const answers = (forms.get(move.task) ?? []).flatMap(wordsOf)
  return [
    { ...plain, name: 'complete' },
    ...answers.map(([name, word]) => ({
      ...plain,
      given: { [name]: word },
      isPlain: false,
      name: `complete ${name} ${word}`,
    })),
  ]
}

/** With each field that may be left out given as well. */
function optionalVariants({ event, target, fields }: Extract<Move, { kind: 'send' }>): readonly Variant[] {
  return fields.flatMap(({ name, optional, example }) =>
    optional && example !== undefined
      ? [{ approve: true, given: { [name]: example }, isPlain: false, name: `send ${event} ${target} ${name}` }]
      : [],
  )
}
