/**
 * `npm run torture`: kills programs at random moments, a thousand times over two hundred instances unless told
 * otherwise, and judges what they left. Prints what it counted; ends with 1 on any fault. See docs/torture.md.
 */
import { parseArgs } from 'node:util'
import { type Judgement, judgeStore } from './judge-store.ts'
import { killAtRandom } from './random-kills.ts'
import { CrashSite } from './run-driver.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    instances: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '10' },
    longest: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    judge: { type: 'string', default: '250' },
  },
})
const asked = {
  kills: Number(values.kills),
  orders: Number(values.instances),
  rounds: Number(values.rounds),
  longest: Number(values.longest),
  seed: Number(values.seed),
}

const faults: string[] = []
const site = await CrashSite.prepare()
try {
  say(`${asked.kills} kills over ${asked.orders} instances at a time, seed ${asked.seed}`)
  const { kills, programs } = await killAtRandom(site, {
    ...asked,
    killed: async (count) => {
      if (count % Number(values.judge) === 0) report(`after ${count} kills`, await judgeStore(site, { atEnd: false }))
    },
  })
  report(`at the end: ${programs} programs, ${kills} of them killed`, await judgeStore(site, { atEnd: true }))
} catch (thrown) {
  faults.push(String(thrown))
} finally {
  site.clear()
}
for (const fault of faults.slice(0, 20)) say(`FAULT ${fault}`)
say(faults.length === 0 ? 'no fault' : `${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1

function report(when: string, judged: Judgement): void {
  const { instances, ended, entries, events, effects, performed } = judged
  faults.push(...judged.faults)
  say(when)
  say(`  instances ${instances}, ended ${ended}; journal entries ${entries}, of them events ${events}`)
  say(`  effects outside ${performed}, by their keys ${effects}; faults ${judged.faults.length}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
