/** Reads `li.wei:Li Wei:李薇:sponsor,project-manager`: id, a name in each language, roles. */
import { problem } from '../../engine/problem/catalog.ts'
import { nearestName } from '../../engine/problem/nearest-name.ts'
import type { Answer, Locale, Problem } from '../../engine/problem/problem.ts'
import { inEach, type Newcomer } from './new-project.ts'

/** As the schema has it of people. */
const personId = /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/

/** One name may stand for all languages; full-width signs do as well. `roles` are those there are. */
export function readNewcomer(text: string, languages: readonly Locale[], roles: ReadonlySet<string>): Answer<Newcomer> {
  const parts = text.split(/[:：]/).map((part) => part.trim())
  const [id = '', ...rest] = parts
  const held = (rest.pop() ?? '').split(/[,，、]/).flatMap((role) => (role.trim() === '' ? [] : [role.trim()]))
  const [first = '', ...others] = rest
  const isComplete = personId.test(id) && first !== '' && others.length < languages.length && !others.includes('')
  if (!isComplete) return { ok: false, problems: [problem('cli/bad-person', { text })] }
  const unknown = held.filter((role) => !roles.has(role))
  if (unknown.length > 0) return { ok: false, problems: unknown.map((role) => unknownRole(id, role, roles)) }
  const names = [first, ...others]
  return {
    ok: true,
    value: { id, name: inEach(languages, (locale) => names[languages.indexOf(locale)] ?? first), roles: held },
  }
}

function unknownRole(person: string, role: string, roles: ReadonlySet<string>): Problem {
  return problem('cli/no-such-role', { person, role, near: nearestName(role, roles), roles: [...roles] })
}
