import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyDirectory, loadDirectory } from '../../engine/people/directory.ts'
import { loadOrganisation } from '../../engine/people/load-organisation.ts'
import type { OrganisationDocument } from '../../engine/people/organisation.ts'
import { type Database, openDatabase } from '../../engine/store/open-database.ts'
import { salesDirectory, salesTeam } from './organisation-samples.ts'

let db: Database
beforeEach(async () => {
  db = await openDatabase(':memory:')
})
afterEach(() => db.close())

const claim = { person: 'zhao.min', via: 'cli', proved: false } as const

function load(document: OrganisationDocument, remove = false) {
  const answer = db.transaction(() => loadOrganisation(db, document, { remove, at: 1000 }, claim))
  if (!answer.ok) throw new Error(answer.problems.map(({ code }) => code).join())
  return answer.value
}

function changed(document: OrganisationDocument, remove = false): string[] {
  return load(document, remove)
    .changes.filter(({ change }) => change !== 'unchanged')
    .map(({ what, id, change }) => `${change} ${what} ${id}`)
}

const audited = () =>
  db.prepare<object>('select operation, subject, detail from audit order by row').all().map(Object.values)

const { 'wang.fang': _, ...smallerPeople } = salesTeam.people
const { trainer: __, ...smallerRoles } = salesTeam.roles
const smaller = { organisation: 'hope-optical', people: smallerPeople, roles: smallerRoles, ladders: {} }

describe('loadOrganisation', () => {
  it('brings everything in, audited', () => {
    expect(changed(salesTeam)).toHaveLength(9)
    expect(loadDirectory(db)).toEqual(salesDirectory)
    expect(audited()).toHaveLength(9)
    expect(audited()).toContainEqual([
      'load-person',
      'li.wei',
      '{"change":"added","roles":["salesperson"],"reportsTo":"chen.jing"}',
    ])
  })

  it('changes nothing the second time', () => {
    load(salesTeam)
    const before = loadDirectory(db)
    expect(
      changed({
        ...salesTeam,
        people: {
          ...salesTeam.people,
          'wang.fang': {
            name: { zh: '王芳', en: 'Wang Fang' },
            roles: ['salesperson', 'trainer'],
            reportsTo: 'chen.jing',
          },
        },
      }),
    ).toEqual([])
    expect(loadDirectory(db)).toEqual(before)
    expect(audited()).toHaveLength(9)
  })

  it('says what was changed', () => {
    load(salesTeam)
    const people = { ...salesTeam.people, 'li.wei': { name: { en: 'Li Wei' }, roles: ['trainer'] } }
    expect(changed({ ...salesTeam, people, ladders: { salesperson: ['sponsor'] } })).toEqual([
      'changed person li.wei',
      'changed ladder salesperson',
    ])
    expect(loadDirectory(db).people.get('li.wei')).toEqual({ id: 'li.wei', name: { en: 'Li Wei' }, roles: ['trainer'] })
    expect(loadDirectory(db).ladders.get('salesperson')).toEqual(['sponsor'])
  })

  it('keeps what the document does not name', () => {
    load(salesTeam)
    expect(changed(smaller)).toEqual(['kept role trainer', 'kept person wang.fang', 'kept ladder salesperson'])
    expect(loadDirectory(db)).toEqual(salesDirectory)
  })

  it('removes it only when told to, and takes it in again', () => {
    load(salesTeam)
    expect(changed(smaller, true)).toEqual([
      'removed role trainer',
      'removed person wang.fang',
      'removed ladder salesperson',
    ])
    expect([...loadDirectory(db).people.keys()]).not.toContain('wang.fang')
    expect(
      db.prepare<object>("select id, active from v_person where id = 'wang.fang'").all().map(Object.values),
    ).toEqual([['wang.fang', 0]])
    expect(changed(salesTeam)).toEqual(['added role trainer', 'added person wang.fang', 'added ladder salesperson'])
    expect(loadDirectory(db)).toEqual(salesDirectory)
  })

  it('takes a ladder away where the document says it is empty', () => {
    load(salesTeam)
    expect(changed({ ...salesTeam, ladders: { salesperson: [] } })).toEqual(['removed ladder salesperson'])
    expect(loadDirectory(db).ladders.size).toBe(0)
  })

  it('refuses a document with faults whole, and tells all of them', () => {
    const people = { a: { name: { en: 'A' }, roles: ['none'], reportsTo: 'nobody' } }
    const answer = db.transaction(() => loadOrganisation(db, { ...salesTeam, people }, { remove: false, at: 1 }, claim))
    expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual([
      'people/unknown-role',
      'people/unknown-superior',
    ])
    expect(loadDirectory(db)).toEqual(emptyDirectory)
    expect(audited()).toEqual([])
  })

  it('warns of a role nobody holds, and loads', () => {
    const { warnings } = load({ organisation: 'o', roles: { auditor: { title: { en: 'Auditor' } } } })
    expect(warnings.map(({ code }) => code)).toEqual(['people/role-held-by-nobody'])
    expect([...loadDirectory(db).roles.keys()]).toEqual(['auditor'])
  })

  it('refuses to remove a role that somebody kept by the document still holds', () => {
    load(salesTeam)
    const answer = db.transaction(() =>
      loadOrganisation(db, { ...salesTeam, roles: smallerRoles }, { remove: true, at: 1 }, claim),
    )
    expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual(['people/unknown-role'])
  })
})
