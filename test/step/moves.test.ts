/** Where a move leads, and what it leaves and enters: cases that are easy to get wrong. */
import { describe, expect, test } from 'vitest'
import { advance, startInstance } from '../../engine/step/advance.ts'
import type { RunningProcess } from '../../engine/step/draft.ts'
import type { InstanceEvent, StartEvent } from '../../engine/step/instance-event.ts'
import type { InstanceRecord } from '../../engine/step/record.ts'
import { monday, ok } from '../conformance/stage.ts'
import { projectOf } from '../rehearsal/sample-project.ts'

const ann = { id: 'ann', roles: ['clerk'], via: 'cli', proved: true } as const

function processOf(states: string): RunningProcess {
  const head = 'process: x\nversion: 1.0.0\ntitle: { en: X }\ncalendar: cn-office\n'
  const process = projectOf([`${head}events: { GO: { by: [clerk] }, BACK: { by: [clerk] } }\n${states}`]).running('x')
  if (!process) throw new Error('no process')
  return process
}

function started(process: RunningProcess): InstanceRecord {
  return ok(startInstance(process, { kind: 'start', instance: 'one', input: {}, at: monday, actor: ann })).record
}

function next(process: RunningProcess, record: InstanceRecord, event: Partial<Exclude<InstanceEvent, StartEvent>>) {
  return ok(advance(process, record, { at: monday, actor: ann, ...event } as Exclude<InstanceEvent, StartEvent>))
}

function sent(event: string) {
  return { kind: 'sent', event, data: {} } as const
}

describe('a history that leads to the state the move starts from', () => {
  const process = processOf(`
initial: around
states:
  around:
    initial: work
    states:
      work: { task: { role: clerk, due: 2 days, late: { escalate: up } }, on: { GO: was, done: /over } }
      was: { history: deep }
  over: { type: final }`)

  test('leaves it and enters it anew: its task is closed and opened again', () => {
    const { entry, record, effects } = next(process, started(process), sent('GO'))
    expect(entry).toMatchObject({ left: ['around.work'], entered: ['around.work'] })
    expect(effects.map(({ kind }) => kind)).toEqual(['close-task', 'open-task'])
    expect(record.waits).toMatchObject([{ id: 'one/2/1' }])
  })
})
