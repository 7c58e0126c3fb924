import { expect } from 'vitest'
import type { InstanceRow } from '../../../engine/host/host.ts'
import { as, codes, hour, ok, type Scenario, type Stage } from '../stage.ts'

async function family(stage: Stage, id: string): Promise<readonly InstanceRow[]> {
  return (await stage.view(id)).children
}

/** Hands in a child's one task, and works off what that brings. */
async function end(stage: Stage, child: string | undefined): Promise<void> {
  ok(await stage.complete((await stage.task(child ?? '')).id, 'ann', { good: true }))
  await stage.host.runDue()
}

async function idsOfOpen(stage: Stage, id: string): Promise<readonly string[]> {
  return (await family(stage, id)).filter(({ status }) => status === 'running').map((row) => row.id)
}

export const childScenarios: readonly Scenario[] = [
  {
    name: 'a single child is told and tells, and its output comes back',
    play: async (stage) => {
      const id = await stage.start('children', { kind: 'single' })
      const [child] = await family(stage, id)
      expect(child).toMatchObject({ process: 'child', parent: id, status: 'running' })
      expect((await stage.record(id)).data.born).toEqual(['only'])
      expect(codes(await stage.send(child?.id ?? '', 'HELLO', 'lou', { to: 'me' }))).toEqual([
        'people/only-processes-send',
      ])
      ok(await stage.send(id, 'GREET', 'lou'))
      await stage.host.runDue()
      expect((await stage.record(child?.id ?? '')).data.heard).toBe(1)
      await end(stage, child?.id)
      expect(await stage.record(id)).toMatchObject({ status: 'completed', output: { heard: 1, born: ['only'] } })
    },
  },
  {
    name: 'one child for each item; the state is done when all have ended, also where one was cancelled',
    play: async (stage) => {
      const id = await stage.start('children', { kind: 'each', names: ['x', 'y', 'z'] })
      const children = await idsOfOpen(stage, id)
      expect(children).toHaveLength(3)
      await end(stage, children[1])
      ok(await stage.control({ instance: children[0] ?? '', operation: 'cancel' }, 'lou'))
      await stage.host.runDue()
      expect((await stage.record(id)).status).toBe('running')
      await end(stage, children[2])
      expect(await stage.record(id)).toMatchObject({
        outcome: 'over',
        output: { done: 2, open: 1, born: ['x', 'y', 'z'] },
      })
    },
  },
  {
    name: 'failed is taken when all children were cancelled',
    play: async (stage) => {
      const id = await stage.start('children', { kind: 'each', names: ['x', 'y'] })
      for (const instance of await idsOfOpen(stage, id))
        ok(await stage.control({ instance, operation: 'cancel' }, 'lou'))
      await stage.host.runDue()
      expect((await stage.record(id)).outcome).toBe('lost')
    },
  },
  {
    name: 'of many children failed need not be taken: that all have ended is done',
    play: async (stage) => {
      const id = await stage.start('children', { kind: 'limited', names: ['x'] })
      const [instance = ''] = await idsOfOpen(stage, id)
      ok(await stage.control({ instance, operation: 'cancel' }, 'lou'))
      await stage.host.runDue()
      expect((await stage.record(id)).outcome).toBe('over')
    },
  },
  {
    name: 'no more children are open at once than the limit',
    play: async (stage) => {
      const id = await stage.start('children', { kind: 'limited', names: ['x', 'y', 'z'] })
      for (const count of [1, 2, 3]) {
        expect(await family(stage, id)).toHaveLength(count)
        const [open] = await idsOfOpen(stage, id)
        await end(stage, open)
      }
      expect((await stage.record(id)).output).toMatchObject({ born: ['x', 'y', 'z'] })
    },
  },
  {
    name: 'over an empty list there is nothing to do',
    play: async (stage) => {
      const id = await stage.start('children', { kind: 'each', names: [] })
      expect(await stage.record(id)).toMatchObject({ status: 'completed', outcome: 'over', output: { done: 0 } })
    },
  },
  {
    name: 'a state that is left cancels its open children, or keeps them where it says so',
    play: async (stage) => {
      const outcomes: Readonly<Record<string, readonly string[]>> = {
        cancelling: ['completed', 'cancelled', 'cancelled'],
        keeping: ['completed', 'running', 'running'],
      }
      for (const [kind, expected] of Object.entries(outcomes)) {
        const id = await stage.start('children', { kind, names: ['x', 'y', 'z'] })
        await end(stage, (await idsOfOpen(stage, id))[0])
        ok(await stage.send(id, 'LEAVE', 'lou'))
        await stage.host.runDue()
        expect((await stage.record(id)).status).toBe('completed')
        expect(
          (await family(stage, id)).map(({ status }) => status),
          kind,
        ).toEqual(expected)
        for (const child of await idsOfOpen(stage, id)) await end(stage, child)
      }
    },
  },
  {
    name: 'a parent that is cancelled cancels its children',
    play: async (stage) => {
      const id = await stage.start('children', { kind: 'each', names: ['x', 'y'] })
      ok(await stage.control({ instance: id, operation: 'cancel' }, 'lou'))
      await stage.host.runDue()
      expect((await family(stage, id)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
    },
  },
  {
    name: 'a child that ends while its parent is suspended is heard when the parent is resumed',
    play: async (stage) => {
      const id = await stage.start('children', { kind: 'each', names: ['x'] })
      ok(await stage.control({ instance: id, operation: 'suspend' }, 'lou'))
      await end(stage, (await idsOfOpen(stage, id))[0])
      for (let hours = 0; hours < 12; hours += 1) await stage.pass(hour)
      expect((await stage.view(id)).row).toMatchObject({ status: 'suspended', incidents: 0 })
      ok(await stage.control({ instance: id, operation: 'resume' }, 'lou'))
      await stage.pass(hour)
      expect(await stage.record(id)).toMatchObject({ status: 'completed', outcome: 'over' })
    },
  },
  {
    name: 'a child whose start is refused is tried again, and has failed in the end',
    play: async (stage) => {
      const id = await stage.start('children', { kind: 'refused' })
      expect(await stage.value(id)).toBe('refused')
      for (let hours = 0; hours < 6; hours += 1) await stage.pass(hour)
      expect(await stage.record(id)).toMatchObject({ status: 'completed', outcome: 'lost' })
      const told = (await stage.host.journal(id)).at(-1)
      expect(JSON.stringify(told?.payload?.event.comment)).toContain('required')
      expect(await stage.host.nextDue()).toBeUndefined()
    },
  },
  {
    name: 'start begins another instance of its own, and notify stands in the journal',
    play: async (stage) => {
      const id = await stage.start('starts', { customer: 'acme' })
      const moved = ok(await stage.send(id, 'GO', 'ann'))
      expect(moved.entries[0]?.effects).toEqual(['start', 'notify'])
      expect(moved.record.status).toBe('completed')
      await stage.host.runDue()
      const [started] = await stage.host.instances({ process: 'events' })
      expect(started).toMatchObject({ id: 'events-acme', key: 'acme', status: 'running' })
      expect(started?.parent).toBeUndefined()
      const again = await stage.start('starts', { customer: 'acme' })
      ok(await stage.send(again, 'GO', 'ann'))
      await stage.host.runDue()
      expect(await stage.host.instances({ process: 'events' })).toHaveLength(1)
      ok(await stage.host.send({ instance: 'events-acme', event: 'CLOSE' }, as('lou')))
    },
  },
]
