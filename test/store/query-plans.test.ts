import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../engine/store/open-database.ts'

let db: Database
beforeAll(async () => {
  db = await openDatabase(':memory:')
})
afterAll(() => db.close())

// What is asked at every commit or poll must not look at every row, however many instances rest in the store.
it.each([
  ["select row from instance where process = 'a' and key = 'b' and status in ('running', 'ending')", 'instance_live'],
  ["select row from instance where id = 'a'", 'sqlite_autoindex_instance_1'],
  ['select row from instance where wake_at <= 1 and suspended = 0 order by wake_at, row limit 9', 'instance_wake'],
  ['select row from pending_effect where incident is null and due_at <= 1 order by due_at, row limit 9', 'pending_due'],
  ['select * from journal where row = 1', 'INTEGER PRIMARY KEY'],
  ["select * from task where instance = 1 and status = 'open'", 'task_instance'],
  ["select * from task where role = 'a' and status = 'open'", 'task_open'],
])('%s uses %s', (sql, index) => {
  const plan = db.prepare<{ detail: string }>(`explain query plan ${sql}`).all()
  const details = plan.map(({ detail }) => detail).join('; ')
  expect(details).toContain(index)
  expect(details).not.toMatch(/^SCAN (?!.*USING)|TEMP B-TREE/)
})
