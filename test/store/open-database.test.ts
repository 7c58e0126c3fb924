import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isEngineError } from '../../engine/problem/engine-error.ts'
import { schemaVersion } from '../../engine/store/migrations.ts'
import { type Database, openDatabase } from '../../engine/store/open-database.ts'
import { faultOf } from '../../engine/store/storage-fault.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'picket-store-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function codeOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (thrown) {
    return isEngineError(thrown) ? thrown.problem.code : `not an engine error: ${thrown}`
  }
}

async function withStore<T>(name: string, work: (database: Database) => T | Promise<T>): Promise<T> {
  const database = await openDatabase(join(folder, name))
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

describe('openDatabase', () => {
  it('creates a durable store and finds it again', async () => {
    const settings = await withStore('new.db', (database) => {
      database.transaction(() => database.prepare("insert into meta values ('a', 'b')").run())
      return ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map((name) =>
        Object.values(database.prepare<object>(`pragma ${name}`).get() ?? {}),
      )
    })
    expect(settings.flat()).toEqual(['wal', 2, 1, 0])
    const value = await withStore('new.db', (database) =>
      database.prepare<{ value: string }>('select value from meta').get(),
    )
    expect(value?.value).toBe('b')
  })

  it('refuses a file that is no database, and leaves it as it is', async () => {
    const file = join(folder, 'text.db')
    const text = 'no database, '.repeat(100)
    writeFileSync(file, text)
    expect(await codeOf(() => openDatabase(file))).toBe('store/not-a-database')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('refuses the database of another program', async () => {
    await withStore('foreign.db', (database) => database.prepare('pragma application_id = 7').get())
    expect(await codeOf(() => openDatabase(join(folder, 'foreign.db')))).toBe('store/foreign-database')
  })

  it('refuses a folder that does not exist, and makes none', async () => {
    expect(await codeOf(() => openDatabase(join(folder, 'none', 'a.db')))).toBe('store/no-directory')
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  it('refuses a folder in place of a file', async () => {
    expect(await codeOf(() => openDatabase(folder))).toBe('store/cannot-open')
  })

  it('refuses a store that a newer program wrote', async () => {
    await withStore('newer.db', (database) => database.prepare(`pragma user_version = ${schemaVersion + 1}`).run())
    expect(await codeOf(() => openDatabase(join(folder, 'newer.db')))).toBe('store/newer-schema')
  })

  it('opens a store whose opening was cut off between its tables and its version', async () => {
    await withStore('cut.db', (database) => database.prepare('pragma user_version = 0').run())
    const version = await withStore('cut.db', (database) => database.prepare('pragma user_version').get())
    expect(Object.values(version ?? {})).toEqual([schemaVersion])
  })

  it('lets two openings of a new file take turns', async () => {
    const file = join(folder, 'twice.db')
    const both = await Promise.all([openDatabase(file), openDatabase(file)])
    for (const database of both) {
      expect(database.prepare('select * from instance').all()).toEqual([])
      database.close()
    }
  })

  it('says that a file may not be written', async () => {
    await withStore('sealed.db', async (database) => {
      database.prepare('pragma query_only = on').run()
      const write = () => database.transaction(() => database.prepare("insert into meta values ('a', 'b')").run())
      expect(await codeOf(write)).toBe('store/read-only')
    })
  })

  it('says that another program holds the file', async () => {
    const file = join(folder, 'held.db')
    const [mine, other] = [await openDatabase(file, { wait: 20 }), await openDatabase(file)]
    const code = await other.transaction(() => codeOf(() => mine.transaction(() => undefined)))
    expect(code).toBe('store/locked')
    mine.close()
    other.close()
  })

  it.each([
    [5, 'store/locked'],
    [6, 'store/locked'],
    [8, 'store/read-only'],
    [11, 'store/damaged'],
    [13, 'store/full'],
    [14, 'store/cannot-open'],
    [26, 'store/not-a-database'],
    [1, 'store/failed'],
  ])('says fault %i of SQLite as %s', (code, expected) => {
    expect(faultOf(code, 'detail', 'a.db').code).toBe(expected)
  })
})

describe('transaction', () => {
  it('undoes everything when the work throws, and gives the error on', async () => {
    const fault = new Error('stop')
    await withStore('undo.db', (database) => {
      const write = () =>
        database.transaction(() => {
          database.prepare("insert into meta values ('a', 'b')").run()
          throw fault
        })
      expect(write).toThrow(fault)
      expect(database.prepare('select * from meta').all()).toEqual([])
      database.transaction(() => database.prepare("insert into meta values ('a', 'c')").run())
      expect(database.prepare('select * from meta').all()).toHaveLength(1)
    })
  })

  it('says a broken rule of the schema as an engine error', async () => {
    await withStore('rule.db', async (database) => {
      const write = () =>
        database.transaction(() => database.prepare("insert into person_role values ('nobody', 'sponsor')").run())
      expect(await codeOf(write)).toBe('store/failed')
    })
  })

  it('notices what another connection commits, and not what its own does', async () => {
    const file = join(folder, 'version.db')
    const [mine, other] = [await openDatabase(file), await openDatabase(file)]
    const before = mine.dataVersion()
    mine.transaction(() => mine.prepare("insert into meta values ('a', 'b')").run())
    expect(mine.dataVersion()).toBe(before)
    other.transaction(() => other.prepare("insert into meta values ('c', 'd')").run())
    expect(mine.transaction(() => mine.dataVersion())).not.toBe(before)
    mine.close()
    other.close()
  })
})
