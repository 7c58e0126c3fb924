/** How long the command line takes to start, against Node that does nothing. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, median } from './figure.ts'
import { pathOf } from './project.ts'

const picket = pathOf('bin/picket.cjs')
const rounds = 7

/** Node itself reads these certificates at its start, and would look slower than it is. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env

interface Case {
  readonly what: string
  readonly argv: readonly string[]
  readonly target: number
}

/** Ratios of medians over interleaved rounds, with the example programme running and its first step under way. */
export function commandFigures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'picket-bench-'))
  try {
    const store = ['--database', join(folder, 'store.sqlite')]
    const organisation = 'workflows/examples/hope-optical/organisation.yaml'
    const input = 'workflows/examples/hope-optical/transformation.json'
    const by = ['--as', 'chen.jing', ...store]
    timeOf([picket, 'people', 'load', organisation, ...by])
    timeOf([picket, 'start', 'twelve-step-transformation', '--input', input, ...by])
    timeOf([picket, 'send', 'hope-optical', 'START', '--set', 'step=preparation', ...by])
    return ratios([
      { what: 'picket --version', argv: ['--version'], target: 1.3 },
      { what: 'picket --help', argv: ['--help'], target: 1.3 },
      { what: 'picket --help --locale zh', argv: ['--help', '--locale', 'zh'], target: 1.3 },
      { what: 'picket list', argv: ['list', ...store], target: 8 },
      { what: 'picket tasks', argv: ['tasks', ...store], target: 8 },
      { what: 'picket show', argv: ['show', 'hope-optical', ...store], target: 8 },
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function ratios(cases: readonly Case[]): Figure[] {
  const nothing: number[] = []
  const times = cases.map((): number[] => [])
  // What a store's first look keeps for the next is not what is measured.
  for (const { argv } of cases) timeOf([picket, ...argv])
  for (let round = 0; round < rounds; round += 1) {
    nothing.push(timeOf(['-e', '0']))
    for (const [at, { argv }] of cases.entries()) times[at]?.push(timeOf([picket, ...argv]))
  }
  const one = median(nothing)
  return cases.map(({ what, target }, at) => ({
    what: `${what}, against node -e 0`,
    value: median(times[at] ?? []) / one,
    unit: 'x',
    target: { most: target },
    note: `${Math.round(median(times[at] ?? []))} ms to ${Math.round(one)} ms`,
  }))
}

/** Milliseconds that a process takes; throws where it fails. */
function timeOf(argv: readonly string[]): number {
  const before = performance.now()
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: pathOf('.'), env: environment })
  if (status !== 0) throw new Error(`${argv.join(' ')} failed: ${stderr}`)
  return performance.now() - before
}
