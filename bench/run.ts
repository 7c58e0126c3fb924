/** `npm run bench`: prints what was measured, what it has to reach, and the machine; ends 1 where a figure is missed. */
import { cpus, loadavg, release, totalmem } from 'node:os'
import { checkFigures } from './check.ts'
import { commandFigures } from './commands.ts'
import { type Figure, figureLine, isMet } from './figure.ts'
import { projectAt, stageOf } from './project.ts'
import { rehearsalFigures } from './rehearsals.ts'
import { sizeFigures } from './size.ts'
import { stepFigures } from './steps.ts'
import { throughputFigures } from './throughput.ts'

const parts: Readonly<Record<string, () => Promise<readonly Figure[]> | readonly Figure[]>> = {
  steps: () =>
    stepFigures(stageOf(projectAt('workflows')), { 'sales-opportunity': 8, 'twelve-step-transformation': 20 }),
  throughput: throughputFigures,
  size: sizeFigures,
  check: checkFigures,
  rehearsals: () => rehearsalFigures(stageOf(projectAt('workflows'))),
  commands: commandFigures,
}

const asked = process.argv.slice(2)
console.log(
  `Node ${process.version}, Linux ${release()}, ${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]?.toFixed(1)}`,
)
const figures: Figure[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  for (const figure of await measure()) {
    figures.push(figure)
    console.log(figureLine(figure))
  }
}
process.exitCode = figures.every(isMet) ? 0 : 1
