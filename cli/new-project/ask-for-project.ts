/** Asks on a terminal for what the flags of `picket init` left open. */
import { problem } from '../../engine/problem/catalog.ts'
import { sentenceOf } from '../../engine/problem/fill-blanks.ts'
import type { Answer, Locale } from '../../engine/problem/problem.ts'
import { refuse } from '../failure.ts'
import type { Page } from '../page.ts'
import type { Session } from '../session.ts'
import { isKnownZone } from './new-project.ts'
import { readNewcomer } from './read-newcomer.ts'

/** What is known before anybody is asked: flags, or what is taken where nobody says otherwise. */
export interface Told {
  readonly company?: string | undefined
  readonly zone?: string | undefined
  readonly languages?: string | undefined
  readonly people?: readonly string[] | undefined
}

/** The same, complete. */
export interface ToldAll {
  readonly company: string
  readonly zone: string
  readonly languages: readonly Locale[]
  readonly people: readonly string[]
}

/** Asks for what is not told; without somebody to ask, the defaults stand. */
export async function askForProject(
  { ask, complain }: Session,
  page: Page,
  told: Told,
  defaults: Omit<ToldAll, 'people'>,
  roles: ReadonlySet<string>,
): Promise<ToldAll> {
  const asker = ask && new Asker(ask, complain, page)
  const company = told.company ?? (await asker?.line('company', defaults.company)) ?? defaults.company
  const zone = told.zone ?? (await asker?.line('zone', defaults.zone, judgeZone)) ?? defaults.zone
  const usual = defaults.languages.join(',')
  const said = told.languages ?? (await asker?.line('languages', usual, judgeLanguages)) ?? usual
  const languages = languagesOf(said)
  const people = told.people ?? (await asker?.people(languages, roles)) ?? []
  return { company, zone, languages, people }
}

/** The languages a list names, such as `zh,en`. */
export function languagesOf(said: string): readonly Locale[] {
  return said.split(',').filter((word) => word === 'en' || word === 'zh')
}

/** The lists of languages a project may have. */
export const languageChoices = ['en', 'zh', 'en,zh', 'zh,en']

export function judgeZone(zone: string): Answer<string> {
  return isKnownZone(zone)
    ? { ok: true, value: zone }
    : { ok: false, problems: [problem('calendar/unknown-zone', { zone })] }
}

function judgeLanguages(given: string): Answer<string> {
  const plain = given.replace(/[，、\s]+/g, ',')
  if (languageChoices.includes(plain)) return { ok: true, value: plain }
  const choices = languageChoices.join(' | ')
  return { ok: false, problems: [problem('cli/bad-choice', { command: 'init', given, choices })] }
}

class Asker {
  readonly #ask: NonNullable<Session['ask']>
  readonly #complain: Session['complain']
  readonly #page: Page

  constructor(ask: NonNullable<Session['ask']>, complain: Session['complain'], page: Page) {
    this.#ask = ask
    this.#complain = complain
    this.#page = page
  }

  /** One answer; an empty one is the usual, one at fault is said so and asked again. */
  async line(
    what: 'company' | 'zone' | 'languages',
    usual: string,
    judge: (given: string) => Answer<string> = (value) => ({ ok: true, value }),
  ): Promise<string> {
    for (;;) {
      const answer = judge((await this.#answer(this.#page.say(`init.${what}`, { usual }))) || usual)
      if (answer.ok) return answer.value
      this.#say(answer.problems)
    }
  }

  /** People, one a line, until an empty one. */
  async people(languages: readonly Locale[], roles: ReadonlySet<string>): Promise<readonly string[]> {
    const people: string[] = []
    const question = this.#page.say('init.people', { roles: this.#page.list([...roles]) })
    for (let prompt = `${question}\n> `; ; prompt = '> ') {
      const given = await this.#answer(prompt)
      if (given === '') return people
      const read = readNewcomer(given, languages, roles)
      if (read.ok) people.push(given)
      else this.#say(read.problems)
    }
  }

  async #answer(question: string): Promise<string> {
    const answer = await this.#ask(question)
    return answer === undefined ? refuse(problem('cli/given-up', {})) : answer.trim()
  }

  #say(problems: Extract<Answer<unknown>, { ok: false }>['problems']): void {
    for (const each of problems) this.#complain(`${sentenceOf(each, this.#page.locale)}\n`)
  }
}
