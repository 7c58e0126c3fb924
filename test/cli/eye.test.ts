import { test } from 'vitest'
import { Terminal } from './sample-engine.ts'

test('eye', async () => {
  const t = new Terminal()
  t.directory = process.env.EYEDIR ?? t.directory
  for (const line of (process.env.EYE ?? '').split('\n').filter(Boolean)) {
    const p = await t.type(...line.split(' '))
    console.log(`$ picket ${line}   [${p.code}]\n${p.out}${p.err}`)
  }
})
