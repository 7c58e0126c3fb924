/**
 * The promises every host keeps. Each scenario is played twice: plainly, and with the host ended and opened anew between
 * any two calls. At the end of each the journals of all instances are proved.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crew, performed } from './crew-plugin.ts'
import type { HostUnderTest } from './opened-host.ts'
import { reloadingHost } from './reloading-host.ts'
import { actionScenarios } from './scenarios/actions.ts'
import { approvalScenarios } from './scenarios/approvals.ts'
import { childScenarios } from './scenarios/children.ts'
import { dossierScenarios } from './scenarios/dossier.ts'
import { eventScenarios } from './scenarios/events.ts'
import { historyScenarios } from './scenarios/histories.ts'
import { journalScenarios } from './scenarios/journals.ts'
import { operationScenarios } from './scenarios/operations.ts'
import { structureScenarios } from './scenarios/structures.ts'
import { taskScenarios } from './scenarios/tasks.ts'
import { timerScenarios } from './scenarios/timers.ts'
import { monday, type Scenario, Stage } from './stage.ts'

const topics: Readonly<Record<string, readonly Scenario[]>> = {
  events: eventScenarios,
  tasks: taskScenarios,
  approvals: approvalScenarios,
  timers: timerScenarios,
  operations: operationScenarios,
  dossier: dossierScenarios,
  histories: historyScenarios,
  structures: structureScenarios,
  children: childScenarios,
  actions: actionScenarios,
  journals: journalScenarios,
}

/** Plays every scenario on a host. */
export function describeHost(host: HostUnderTest): void {
  describe(`host ${host.name}`, () => {
    let folder = ''
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'picket-conformance-'))
      cpSync(join(import.meta.dirname, 'processes'), folder, { recursive: true })
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    for (const [topic, scenarios] of Object.entries(topics)) {
      describe(topic, () => {
        for (const scenario of scenarios) {
          const skipped = host.skip.find(({ test }) => test === scenario.name)
          for (const reload of [false, true]) {
            const name = reload ? `${scenario.name}, reloaded between any two calls` : scenario.name
            if (skipped) it.skip(`${name} (${skipped.reason})`)
            else it(name, () => play(host, folder, scenario, reload))
          }
        }
      })
    }
  })
}

async function play(under: HostUnderTest, folder: string, scenario: Scenario, reload: boolean): Promise<void> {
  performed.clear()
  const opened = await under.open({ folder, plugins: [crew], startAt: monday })
  const stage = new Stage(opened, reload ? reloadingHost(opened) : opened.host)
  try {
    await scenario.play(stage)
    await prove(stage)
  } finally {
    await opened.close()
  }
}

/** Every instance's journal proves what is stored, unless the scenario broke it on purpose. */
async function prove({ host, broken }: Stage): Promise<void> {
  for (const { id, ...row } of await host.instances()) {
    if (broken.has(id)) continue
    const steps = (await host.instance(id))?.record.step
    expect(await host.verify(id), `${row.process} ${id}`).toMatchObject({ ok: true, value: { entries: steps } })
  }
}
