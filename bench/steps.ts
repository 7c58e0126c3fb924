/**
 * What a step costs from stored record to stored record, without hashing, in the order a rehearsal makes them, against
 * the same step with XState's own `transition()` at every move.
 */
import { canonicalJson } from '../engine/journal/canonical-json.ts'
import type { Answer } from '../engine/problem/problem.ts'
import { rehearse } from '../engine/rehearsal/rehearse.ts'
import type { RehearsalProject, StepMade } from '../engine/rehearsal/world.ts'
import { advance, type Step, startInstance } from '../engine/step/advance.ts'
import type { RunningProcess } from '../engine/step/draft.ts'
import { memoFigures } from '../engine/step/memoised-moves.ts'
import type { Moves } from '../engine/step/moves.ts'
import { type Figure, median } from './figure.ts'
import { stockMoves } from './stock-moves.ts'

const ROUNDS = 7
/** A pass makes at least so many steps. */
const STEPS = 2000

function stepsOf(project: RehearsalProject, process: string): readonly StepMade[] {
  const made: StepMade[] = []
  for (let seed = 1; made.length < STEPS; seed += 1)
    rehearse(project, process, { seed, witness: (step) => made.push(step) })
  return made
}

function again({ process, before, event }: StepMade, moves: Moves | undefined): Answer<Step> {
  const running: RunningProcess = moves ? { ...process, moves } : process
  if (event.kind === 'start') return startInstance(running, event)
  if (!before) throw new Error('a step of nothing')
  return advance(running, before, event)
}

/** Microseconds a step, all of them once. */
function pass(steps: readonly StepMade[], moves: Moves | undefined): number {
  const begun = process.hrtime.bigint()
  for (const step of steps) again(step, moves)
  return Number(process.hrtime.bigint() - begun) / 1000 / steps.length
}

function mustAgree(steps: readonly StepMade[]): void {
  for (const made of steps) {
    const [ours, stock] = [again(made, undefined), again(made, stockMoves)].map((answer) => canonicalJson(answer))
    if (ours !== stock)
      throw new Error(`the two differ at step ${made.step.record.step} of ${made.process.machine.definition.id}`)
  }
}

export function stepFigures(project: RehearsalProject, wanted: Readonly<Record<string, number>>): readonly Figure[] {
  return Object.entries(wanted).map(([process, least]) => {
    const steps = stepsOf(project, process)
    mustAgree(steps)
    const rounds = Array.from({ length: ROUNDS }, () => ({
      ours: pass(steps, undefined),
      stock: pass(steps, stockMoves),
    }))
    const ours = median(rounds.map((round) => round.ours))
    const stock = median(rounds.map((round) => round.stock))
    const machine = project.running(process)?.machine
    const { asked, known } = machine ? memoFigures(machine) : { asked: 1, known: 0 }
    return {
      what: `step of ${process} against stock transition()`,
      value: median(rounds.map((round) => round.stock / round.ours)),
      unit: 'x',
      target: { least },
      note: `${ours.toFixed(1)} against ${stock.toFixed(1)} us over ${steps.length} steps; ${((known / asked) * 100).toFixed(1)} % of moves known`,
    }
  })
}
