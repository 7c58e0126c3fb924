import { expect, test } from 'vitest'
import { sentenceOf } from '../../engine/problem/fill-blanks.ts'
import { isReady } from '../../engine/waiting/finding.ts'
import { inputs, shapeOf, shipped, Walker } from './walker.ts'

test.each(['twelve-step-transformation'])(
  '%s',
  async (process) => {
    const t0 = performance.now()
    let whyMs = 0,
      steps = 0
    const bad: string[] = []
    const visited = new Map<string, number>()
    let seed = 5
    const rnd = (n: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
      return (seed >>> 16) % n
    }
    for (let run = 0; run < 4; run++) {
      const walker = new Walker()
      const root = await walker.start(process)
      let instance = root
      for (let i = 0; i < 250; i++) {
        const ids = (await walker.host.instances({}))
          .filter((r) => r.status === 'running' || r.status === 'ending')
          .map((r) => r.id)
        if (ids.length === 0) break
        instance = ids[rnd(ids.length)]!
        const a = performance.now()
        const why = await walker.why(instance)
        whyMs += performance.now() - a
        for (const f of why.findings) {
          visited.set(why.process + ' ' + f.state + ' ' + f.reasons[0]?.kind, (visited.get(f.state) ?? 0) + 1)
          if (f.moves.length === 0)
            bad.push(
              'NOMOVES ' +
                f.state +
                JSON.stringify(f) +
                JSON.stringify((await walker.host.instance(instance))?.record.value),
            )
        }
        const ready = why.findings.flatMap((finding) =>
          finding.moves
            .filter((m) => isReady(m) && m.kind !== 'follow' && m.kind !== 'look')
            .map((move) => ({ finding, move })),
        )
        if (ready.length === 0) {
          bad.push(
            'NOTHING READY ' +
              instance +
              ' ' +
              JSON.stringify(
                why.findings.map((f) => [f.state, f.reasons.map((r) => r.kind), f.moves.map((m) => m.kind)]),
              ),
          )
          break
        }
        const calm = ready.filter(({ move }) => !('around' in move && move.around))
        const pool = calm.length && rnd(10) < 6 ? calm : ready
        const { finding, move } = pool[rnd(pool.length)]!
        const answer = await walker.make(instance, move, rnd(8) > 0)
        steps++
        if (!answer.ok) {
          bad.push(
            'REFUSED ' +
              finding.state +
              ' ' +
              JSON.stringify(move).slice(0, 300) +
              ' => ' +
              answer.problems
                .flatMap((p) => [p, ...(p.reasons ?? [])])
                .map((p) => p.code + ':' + sentenceOf(p, 'en'))
                .join(' | '),
          )
          continue
        }
        const after = (await walker.why(instance)).findings.find(({ id }) => id === finding.id)
        if (after && shapeOf(after) === shapeOf(finding))
          bad.push('UNCHANGED ' + finding.state + ' ' + JSON.stringify(move).slice(0, 200))
        await walker.settle()
      }
    }
    console.log(
      process,
      'steps',
      steps,
      'why ms/step',
      whyMs / steps,
      'total',
      performance.now() - t0,
      'visited',
      visited.size,
      'bad',
      bad.length,
    )
    const uniq = [...new Set(bad)]
    console.log(
      uniq
        .filter((b) => b.startsWith('NO'))
        .slice(0, 2)
        .join('\n'),
    )
  },
  120000,
)
