/** What erasing a person leaves, and what it does not: in the answers of the host, and in the bytes of the file. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteHost } from '../../engine/host/sqlite/sqlite-host.ts'
import { openDatabase } from '../../engine/store/open-database.ts'
import { verifyAudit } from '../../engine/store/verify-audit.ts'
import { crew } from '../conformance/crew-plugin.ts'
import { projectOfFolder } from '../conformance/project-of-folder.ts'
import { simulatedWorld } from '../conformance/simulated-world.ts'
import { as, codes, monday, ok } from '../conformance/stage.ts'

const said = 'Ann says that the customer is angry'
const written = 'Ann writes that the report is thin'

/** A task completed by ann, with words of hers in the form, and a remark. */
async function withWords() {
  const place = mkdtempSync(join(tmpdir(), 'picket-erase-'))
  const file = join(place, 'store.sqlite')
  const project = {
    ...projectOfFolder(join(import.meta.dirname, '../conformance/processes'), [crew]),
    mayErase: ['lead'],
  }
  const { world } = simulatedWorld(monday)
  const host = await openSqliteHost({ project, file, world })
  onTestFinished(async () => {
    await host.close()
    rmSync(place, { recursive: true, force: true })
  })
  if (project.organisation) await host.loadPeople(project.organisation, { remove: false, at: monday }, as('lou'))
  const { instance } = ok(await host.start({ process: 'tasks', input: {} }, as('lou')))
  const [task] = await host.tasks({ instance })
  ok(await host.comment({ instance, task: task?.id ?? '', text: said }, as('ann')))
  ok(
    await host.complete(
      {
        task: task?.id ?? '',
        form: { pages: 3 },
        comment: written,
        evidence: [{ kind: 'draft', url: 'https://example.org/draft' }],
      },
      as('ann'),
    ),
  )
  const bytes = () =>
    [file, `${file}-wal`]
      .map((name) => readFileSync(name, { flag: 'a+' }))
      .reduce((all, part) => Buffer.concat([all, part]))
  return { host, file, instance, bytes }
}

test('the words are gone from every answer and from the bytes; the chains are proved, and the instance goes on', async () => {
  const { host, file, instance, bytes } = await withWords()
  expect([bytes().includes(said), bytes().includes(written)]).toEqual([true, true])
  const request = { person: 'ann', dryRun: false, at: monday }
  expect(ok(await host.erase(request, as('lou')))).toEqual({
    person: 'ann',
    entries: 1,
    instances: 1,
    comments: 1,
    purged: true,
  })
  expect([bytes().includes(said), bytes().includes(written)]).toEqual([false, false])
  expect((await host.comments(instance)).map(({ text, by }) => [text, by])).toEqual([[undefined, 'ann']])
  expect((await host.journal(instance)).map(({ payload }) => payload === undefined)).toEqual([false, true])
  expect(ok(await host.verify(instance)).erased).toEqual([2])
  const [check] = await host.tasks({ instance })
  ok(await host.complete({ task: check?.id ?? '' }, as('lou')))
  expect((await host.instance(instance))?.record.output).toEqual({ pages: 3 })
  expect(ok(await host.verify(instance))).toMatchObject({ entries: 3, erased: [2] })
  const db = await openDatabase(file)
  expect(await verifyAudit(db.kysely)).not.toHaveProperty('brokenAt')
  expect((await verifyAudit(db.kysely)).erased).toHaveLength(1)
  const last = db.prepare<object>('select actor, operation, subject, detail from audit order by row desc limit 1').get()
  expect(last).toEqual({
    actor: 'lou',
    operation: 'erase-payloads',
    subject: 'ann',
    detail: '{"entries":1,"instances":1,"comments":1}',
  })
  expect(db.prepare('select name, active from person where id = ?').get('ann')).toEqual({
    name: '{"en":"ann"}',
    active: 1,
  })
  db.prepare("update comment set text = 'Other words', salt = 'ab'").run()
  expect(await verifyAudit(db.kysely)).toHaveProperty('brokenAt')
  db.close()
})

test('a dry run tells the same and changes nothing; again there is nothing more to erase', async () => {
  const { host, bytes } = await withWords()
  const counts = { person: 'ann', entries: 1, instances: 1, comments: 1, purged: false }
  expect(ok(await host.erase({ person: 'ann', dryRun: true, at: monday }, as('lou')))).toEqual(counts)
  expect(bytes().includes(said)).toBe(true)
  ok(await host.erase({ person: 'ann', dryRun: false, at: monday }, as('lou')))
  expect(ok(await host.erase({ person: 'ann', dryRun: true, at: monday }, as('lou')))).toMatchObject({
    entries: 0,
    comments: 0,
  })
})

test('while another program reads, the log keeps the bytes, and the answer says so', async () => {
  const { host, file, bytes } = await withWords()
  const reader = await openDatabase(file)
  reader.prepare('begin').run()
  reader.prepare('select count(*) from journal').get()
  const erased = ok(await host.erase({ person: 'ann', dryRun: false, at: monday }, as('lou')))
  expect([erased.purged, bytes().includes(written)]).toEqual([false, true])
  reader.prepare('rollback').run()
  reader.close()
  expect(ok(await host.erase({ person: 'ann', dryRun: false, at: monday }, as('lou')))).toMatchObject({
    entries: 0,
    purged: true,
  })
  expect(bytes().includes(written)).toBe(false)
})

test.each([
  [['lead'], 'nobody', 'ann', 'people/unknown-person'],
  [['lead'], 'ann', 'ann', 'people/may-not-erase'],
  [[], 'lou', 'ann', 'people/nobody-erases'],
  [['lead'], 'lou', 'nobody', 'people/unknown-person'],
])('roles %j, asked by %s, of %s: %s', async (mayErase, by, person, code) => {
  const { file, bytes } = await withWords()
  const project = { ...projectOfFolder(join(import.meta.dirname, '../conformance/processes'), [crew]), mayErase }
  const host = await openSqliteHost({ project, file })
  expect(codes(await host.erase({ person, dryRun: false, at: monday }, as(by)))).toEqual([code])
  expect(bytes().includes(said)).toBe(true)
  await host.close()
})
