import { describe, expect, it } from 'vitest'
import { type DrawOptions, drawDefinition } from '../../engine/picture/draw-definition.ts'
import { foldAlike } from '../../engine/picture/fold-alike.ts'
import { layout } from '../../engine/picture/layout.ts'
import { drawInside } from '../../engine/picture/picture-graph.ts'
import type { Placed, PlacedNode, Rectangle } from '../../engine/picture/placed.ts'
import { definition } from './build-definition.ts'
import { allElements, parseXml } from './parse-xml.ts'
import { cycle, programme, sale } from './sample-definitions.ts'

const samples = { sale, cycle, programme } as const
const names = ['sale', 'cycle', 'programme'] as const

async function textsOf(svg: Promise<string>): Promise<readonly string[]> {
  return allElements(parseXml(await svg))
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)
}

function draw(name: keyof typeof samples, options: Partial<DrawOptions> = {}): Promise<string> {
  return drawDefinition(samples[name](), { locale: 'en', ...options })
}

describe.each(names)('the picture of the %s', (name) => {
  it.each(['en', 'zh'] as const)('is the same bytes each time (%s)', async (locale) => {
    expect(await draw(name, { locale })).toBe(await draw(name, { locale }))
  })

  it('is well-formed SVG that says what it is', async () => {
    const root = parseXml(await draw(name))
    expect(root).toMatchObject({ name: 'svg', attributes: { role: 'img', xmlns: 'http://www.w3.org/2000/svg' } })
    expect(root.children[0]).toMatchObject({ name: 'title', text: samples[name]().title.en })
  })

  it('speaks the language asked for', async () => {
    const [english, chinese] = await Promise.all([textsOf(draw(name)), textsOf(draw(name, { locale: 'zh' }))])
    const { en, zh } = samples[name]().title
    expect(english).toContain(en)
    expect(chinese).toContain(zh)
    expect(english.join('')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it.each([false, true])(
    'has no boxes that overlap and none outside its container (expanded: %s)',
    async (expanded) => {
      const process = samples[name]()
      const scene = {
        definition: process,
        locale: 'en',
        active: new Set<string>(),
        marks: new Map(),
        roleTitles: {},
        processTitles: {},
        folds: expanded ? new Map() : foldAlike(process),
      } as const
      const placed = await layout(drawInside(scene, ''))
      expect(overlaps(placed)).toEqual([])
    },
  )

  it('draws every arrow between the borders of its boxes', async () => {
    const arrows = allElements(parseXml(await draw(name))).filter(({ attributes }) => attributes.class === 'transition')
    expect(arrows.length).toBeGreaterThan(3)
    for (const { attributes } of arrows) expect(attributes.d).toMatch(/^M[\d.,]+( [LQ][\d., ]+)+$/)
  })
})

function overlaps(placed: Placed): readonly string[] {
  const faults: string[] = []
  const check = (siblings: readonly PlacedNode[], container?: PlacedNode): void => {
    siblings.forEach((one, index) => {
      if (container && !contains(container, one)) faults.push(`${one.node.id} sticks out of ${container.node.id}`)
      for (const other of siblings.slice(index + 1))
        if (meet(one, other)) faults.push(`${one.node.id} on ${other.node.id}`)
      check(one.children, one)
    })
  }
  check(placed.nodes)
  const leaves = placed.nodes.flatMap(leavesOf)
  for (const { edge, label } of placed.edges)
    for (const leaf of leaves) if (label && meet(label, leaf)) faults.push(`label of ${edge.id} on ${leaf.node.id}`)
  return faults
}

function leavesOf(placed: PlacedNode): readonly PlacedNode[] {
  return placed.children.length === 0 ? [placed] : placed.children.flatMap(leavesOf)
}

function meet(one: Rectangle, other: Rectangle): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width
  return across && one.y < other.y + other.height && other.y < one.y + one.height
}

function contains(outer: Rectangle, inner: Rectangle): boolean {
  const across = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width
  return across && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height
}

describe('what a picture says', () => {
  it('shows who works, by when, what repeats and what timers do', async () => {
    const texts = await textsOf(draw('cycle', { roleTitles: { sponsor: { en: 'the sponsor', zh: '高层' } } }))
    expect(texts).toEqual(
      expect.arrayContaining([
        'Running, week …',
        'project manager · 1 week',
        'the sponsor, IT lead (all) · 5 workdays',
        'every 2 weeks: Evaluate · project manager',
        'after 10 weeks: notify project manager',
        'Pilot change',
        'score pilots',
        'H*',
      ]),
    )
    expect(await textsOf(draw('cycle', { locale: 'zh' }))).toEqual(
      expect.arrayContaining(['project manager · 1周', '循环']),
    )
  })

  it('merges the arrows between two states and keeps the label of each', async () => {
    const texts = await textsOf(draw('cycle'))
    const between = allElements(parseXml(await draw('cycle'))).filter(
      ({ attributes }) => attributes['data-from'] === 'running.piloting' && attributes['data-to'] === 'running.scoring',
    )
    expect(between).toHaveLength(1)
    expect(texts).toEqual(expect.arrayContaining(['done', 'failed']))
  })

  it('never joins a container with what is inside it: it comes from anywhere inside, or leads to its start', async () => {
    const arrows = allElements(parseXml(await draw('cycle'))).map(({ attributes }) => [
      attributes['data-from'],
      attributes['data-to'],
    ])
    expect(arrows).toEqual(
      expect.arrayContaining([
        ['anywhere:running', 'initial:running'],
        ['anywhere:running', 'running.learning'],
        ['running.learning', 'initial:running'],
      ]),
    )
  })

  it('shows work beside the flow with what opens it', async () => {
    const texts = await textsOf(draw('sale'))
    expect(texts).toEqual(
      expect.arrayContaining(['Work beside the flow', 'opens when leaving Intent', 'salesperson · 24 hours']),
    )
  })

  it('escapes what a definition says', async () => {
    const hostile = definition({
      id: 'hostile',
      title: ['</svg><script>"1" & \u0000\u000b</script>', '<&>'],
      states: {
        one: { title: [']]> <b>&amp;</b>', '一'], on: { A: { guard: 'a < b && c > d', to: 'two' } } },
        two: { type: 'final' },
      },
    })
    const root = parseXml(await drawDefinition(hostile, { locale: 'en' }))
    expect(root.children[0]?.text).toBe('</svg><script>"1" & </script>')
    expect(allElements(root).map(({ name }) => name)).not.toContain('script')
    expect(allElements(root).map(({ text }) => text)).toContain(']]> <b>&amp;</b>')
  })
})

describe('what is active', () => {
  const activeIn = async (svg: Promise<string>) =>
    allElements(parseXml(await svg))
      .filter(({ attributes }) => attributes.class?.split(' ').includes('active'))
      .map(({ attributes }) => attributes['data-state'])

  it('is marked with all it stands in', async () => {
    expect(await activeIn(draw('cycle'))).toEqual([])
    expect(await activeIn(draw('cycle', { active: new Set(['running.piloting']) }))).toEqual([
      'running',
      'running.piloting',
    ])
  })

  it('colours the box it is folded into and is said there, but for what only waits to begin', async () => {
    const active = new Set(['s1.passed', 's2.active.gate', 's3.notStarted'].map((path) => `running.steps.${path}`))
    const marked = await activeIn(draw('programme', { active }))
    expect(marked).toEqual(['running', 'running.steps', 'running.steps.s1', 'running.steps.s2'])
    const count = (texts: readonly string[], wanted: string) => texts.filter((text) => text === wanted).length
    const [before, after] = await Promise.all([textsOf(draw('programme')), textsOf(draw('programme', { active }))])
    for (const title of ['Passed', 'Gate review', 'Not started'])
      expect(count(after, title) - count(before, title)).toBe(1)
  })

  it('may carry a remark', async () => {
    const marks = new Map([['running.piloting', { text: '3 days late', tone: 'warning' as const }]])
    expect(await textsOf(draw('cycle', { marks }))).toContain('3 days late')
  })
})

describe('alike states', () => {
  it('are drawn once, whatever they are called, with what differs in their boxes', async () => {
    const texts = await textsOf(draw('programme'))
    expect(texts.filter((text) => text === 'Gate review')).toHaveLength(1)
    expect(texts).toEqual(
      expect.arrayContaining([
        'Steps: the same inside each of the 12',
        'owner 3 · 3 weeks',
        'its own role · its own time',
        'Waive',
      ]),
    )
  })

  it('that have more inside than the others are drawn in addition', async () => {
    const texts = await textsOf(draw('programme'))
    expect(texts).toContain('9 Step: In progress')
    expect(texts).toContain('Plan the areas')
  })

  it('are all drawn on request', async () => {
    const texts = await textsOf(draw('programme', { expand: true }))
    expect(texts.filter((text) => text === 'Gate review')).toHaveLength(12)
  })

  it('are only those with the same keys, kinds and moves', () => {
    const groups = [...new Set(foldAlike(programme()).values())].map(({ members }) => members.length)
    expect(groups).toEqual([4, 12])
    expect(foldAlike(sale()).size).toBe(0)
  })
})
