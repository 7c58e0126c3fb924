import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { superiorsOf } from '../../engine/people/directory.ts'
import { judgeOrganisation } from '../../engine/people/judge-organisation.ts'
import { directoryOf, type OrganisationDocument } from '../../engine/people/organisation.ts'
import { sentenceOf } from '../../engine/problem/fill-blanks.ts'
import { salesTeam } from './organisation-samples.ts'

const name = { en: 'Somebody' }
const { people, roles } = salesTeam

function judged(document: Partial<OrganisationDocument>): { code: string; blanks: object }[] {
  const whole: OrganisationDocument = { ...salesTeam, ...document }
  return judgeOrganisation(directoryOf(whole)).map(({ code, blanks }) => ({ code, blanks }))
}

describe('judgeOrganisation', () => {
  it('finds nothing in a sound organisation', () => expect(judged({})).toEqual([]))

  it.each<[string, Partial<OrganisationDocument>, object]>([
    [
      'people/unknown-role',
      { people: { ...people, new: { name, roles: ['salespersn'] } } },
      { person: 'new', role: 'salespersn', near: 'salesperson' },
    ],
    [
      'people/unknown-superior',
      { people: { ...people, new: { name, reportsTo: 'chen.jin' } } },
      { person: 'new', superior: 'chen.jin', near: 'chen.jing' },
    ],
    ['people/superior-cycle', { people: { ...people, new: { name, reportsTo: 'new' } } }, { people: ['new'] }],
    [
      'people/superior-cycle',
      {
        people: {
          ...people,
          b: { name, reportsTo: 'c' },
          c: { name, reportsTo: 'a' },
          a: { name, reportsTo: 'b' },
          // Under the circle, not in it.
          '0': { name, reportsTo: 'b' },
        },
      },
      { people: ['a', 'b', 'c'] },
    ],
    ['people/same-id', { people: { ...people, sponsor: { name } } }, { id: 'sponsor' }],
    ['people/ladder-of-unknown-role', { ladders: { seller: ['sponsor'] } }, { role: 'seller', name: 'seller' }],
    [
      'people/ladder-of-unknown-role',
      { ladders: { trainer: ['sponsr'] } },
      { role: 'trainer', name: 'sponsr', near: 'sponsor' },
    ],
    ['people/role-held-by-nobody', { roles: { ...roles, auditor: { title: name } } }, { role: 'auditor' }],
  ])('says %s, once', (code, document, blanks) => {
    expect(judged(document)).toEqual([{ code, blanks }])
  })

  it('gives each fault its place', () => {
    const place = { file: 'a.yaml', line: 3, column: 5 }
    const asked: string[] = []
    const problems = judgeOrganisation(directoryOf({ ...salesTeam, ladders: { trainer: ['nobody'] } }), (path) => {
      asked.push(path.join('/'))
      return place
    })
    expect(problems.map((problem) => problem.place)).toEqual([place])
    expect(asked).toContain('ladders/trainer/0')
  })

  it('has no blank left in either language', () => {
    const broken = { ...salesTeam, people: { a: { name, roles: ['x'], reportsTo: 'a' } }, ladders: { x: ['y'] } }
    for (const problem of judgeOrganisation(directoryOf(broken))) {
      for (const locale of ['en', 'zh'] as const) expect(sentenceOf(problem, locale)).not.toMatch(/[{}]/)
    }
  })

  it('says a circle if and only if somebody is above themselves', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const superior = fc.option(fc.constantFrom(...ids), { nil: undefined })
    fc.assert(
      fc.property(fc.array(superior, { minLength: 5, maxLength: 5 }), (superiors) => {
        const above = new Map(ids.map((id, index) => [id, superiors[index]]))
        const document: OrganisationDocument = {
          organisation: 'o',
          people: Object.fromEntries(
            ids.map((id) => {
              const reportsTo = above.get(id)
              return [id, { name, ...(reportsTo !== undefined && { reportsTo }) }]
            }),
          ),
        }
        const inCircle = ids.filter((id) => {
          let next = above.get(id)
          for (let step = 0; step < ids.length && next !== undefined && next !== id; step++) next = above.get(next)
          return next === id
        })
        const directory = directoryOf(document)
        const said = judgeOrganisation(directory).flatMap(({ blanks }) => blanks.people)
        expect(said.sort()).toEqual(inCircle)
        for (const id of ids) expect(superiorsOf(directory, id)).not.toContain(id)
      }),
    )
  })
})
