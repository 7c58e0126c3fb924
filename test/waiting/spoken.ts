/** Findings as `show --why` says them. */
import { openPage, type Page } from '../../cli/page.ts'
import { sayDetails, sayFinding } from '../../cli/say-finding.ts'
import { sayMove } from '../../cli/say-move.ts'
import { standingOf } from '../../cli/state-titles.ts'
import { statusTree } from '../../cli/status-tree.ts'
import type { Locale } from '../../engine/problem/problem.ts'
import type { Explanation, Finding } from '../../engine/waiting/finding.ts'
import type { Walker } from './walker.ts'

export interface Spoken {
  readonly sentence: string
  readonly details: readonly string[]
  /** What would unblock it, in words. */
  readonly moves: readonly string[]
  readonly hindrances: readonly string[]
  readonly commands: readonly string[]
}

/** Says findings of an instance as it stands now. */
export async function speaker(walker: Walker, { instance, findings }: Explanation, locale: Locale) {
  const view = await walker.host.instance(instance)
  const process = view && walker.host.processOf(view.record)
  if (!view || !process) throw new Error(`no instance ${instance}`)
  const page: Page = openPage({ locale, now: walker.now, colour: false }, walker.project, walker.project.directory)
  const standing = standingOf(process, view.record, walker.now)
  const around = { view, standing, nodes: statusTree(standing, [], page), findings }
  return (finding: Finding): Spoken => {
    const moves = finding.moves.map((move) => sayMove(move, around, page))
    return {
      sentence: sayFinding(finding, standing, page),
      details: sayDetails(finding, standing, page),
      moves: moves.map(({ said }) => said),
      hindrances: moves.flatMap(({ hindrances }) => hindrances),
      commands: moves.flatMap(({ command, ready }) => (ready && command !== undefined ? [command] : [])),
    }
  }
}
