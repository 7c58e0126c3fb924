import { describe, expect, it } from 'vitest'
import { mermaidText } from '../../engine/picture/mermaid-text.ts'
import { loadProject } from '../../engine/project/load-project.ts'
import { definition } from './build-definition.ts'
import { cycle, programme, sale } from './sample-definitions.ts'

const workflows = new URL('../../workflows', import.meta.url).pathname
const loaded = loadProject(workflows)
const shipped = loaded.ok ? [...loaded.value.definitions.values()] : []
const all = [...shipped, sale(), cycle(), programme(), awkward()]

/** Nested, side by side, with a history, a choice, and titles full of signs that mean something to Mermaid. */
function awkward() {
  return definition({
    id: 'awkward',
    title: ['A "quoted": title', '带“引号”：的标题'],
    states: {
      end: { title: ['100% {sure}; #1 <end>', '百分百：确定；#1'], on: { GO_ON: 'both' } },
      both: {
        title: ['Both', '两边'],
        type: 'parallel',
        states: {
          left: { title: ['Left', '左'], states: { start: { title: ['Start', '起点'] }, was: { type: 'history' } } },
          right: { title: ['Right', '右'], on: { BACK: 'both.left.was' } },
        },
      },
      choose: { title: ['Choose', '选择'], always: [{ guard: 'data.yes', to: 'both' }, { to: 'end' }] },
    },
  })
}

/** One line of a diagram, as Mermaid's grammar has it; what is opened is closed again. */
const line = new RegExp(
  [
    String.raw`(?:state "(?:[^"#;{}<>%\\]|#\d+;)+" as \w+(?: \{)?)`,
    String.raw`(?:state \w+ <<choice>>)`,
    String.raw`(?:(?:\[\*\]|\w+) --> (?:\[\*\]|\w+)(?: : (?:[^:;#"<>{}%\\]|#\d+;)+)?)`,
    String.raw`--|\}`,
    String.raw`(?:classDef active [\w:#,]+)`,
    String.raw`(?:class \w+(?:,\w+)* active)`,
  ]
    .map((form) => `^ *${form}$`)
    .join('|'),
)

describe.each(all.map((process) => [process.id, process] as const))('%s as Mermaid', (_, process) => {
  it.each(['en', 'zh'] as const)('is lines of the grammar, every state declared once (%s)', (locale) => {
    const active = new Set([...process.states.keys()])
    const [open, title, close, kind, ...body] = mermaidText(process, { locale, active }).trimEnd().split('\n')
    expect([open, close, kind]).toEqual(['---', '---', 'stateDiagram-v2'])
    expect(JSON.parse((title ?? '').replace('title: ', ''))).toBe(process.title[locale])
    expect(body.filter((text) => !line.test(text))).toEqual([])
    expect(body.filter((text) => text.endsWith('{'))).toHaveLength(body.filter((text) => text.trim() === '}').length)
    const declared = body.flatMap((text) => /^ *state (?:".*" as )?(s_\w+)/.exec(text)?.[1] ?? [])
    expect(declared).toHaveLength(process.states.size - 1)
    expect(new Set(declared).size).toBe(declared.length)
    const named = body
      .filter((text) => text.includes(' --> '))
      .flatMap((text) => text.match(/\bs_\w+(?=$| -->| :)/g) ?? [])
    expect(named.filter((name) => !declared.includes(name))).toEqual([])
  })

  it('has every move between states, after the states', () => {
    const body = mermaidText(process, { locale: 'en' }).trimEnd().split('\n')
    const moves = [...process.states.values()].flatMap(({ transitions }) =>
      transitions.filter(({ target }) => target !== undefined),
    )
    const arrows = body.filter((text) => / --> s_/.test(text) && !text.includes('[*]'))
    if (moves.length > 0) expect(arrows.length).toBeGreaterThan(0)
    expect(arrows.length).toBeLessThanOrEqual(moves.length)
    const pairs = new Set(moves.map(({ source, target }) => `${source} ${target}`))
    expect(arrows.length).toBeGreaterThanOrEqual(pairs.size)
    const lastState = body.findLastIndex((text) => text.trim().startsWith('state "') && !text.includes(' as anywhere'))
    expect(
      body.findIndex((text) => / --> s_/.test(text) && !text.includes('[*]')) > lastState || arrows.length === 0,
    ).toBe(true)
  })
})

it('the text of every form there is', () => {
  expect(mermaidText(awkward(), { locale: 'zh', active: new Set(['', 'both', 'both.left']) })).toMatchInlineSnapshot(`
    "---
    title: "带“引号”：的标题"
    ---
    stateDiagram-v2
      [*] --> s_end
      state "百分百：确定；#35;1" as s_end
      state "两边" as s_both {
        state "左" as s_both__left {
          [*] --> s_both__left__start
          state "起点" as s_both__left__start
          state "H*" as s_both__left__was
        }
        --
        state "右" as s_both__right
      }
      state s_choose <<choice>>
      s_end --> s_both : Go on
      s_both__right --> s_both__left__was : Back
      s_choose --> s_both : […]
      s_choose --> s_end : [否则]
      classDef active fill:#ffe3b8,stroke:#c25e00,color:#1d2733
      class s_both,s_both__left active
    "
  `)
})

it('marks nothing where nothing is active', () => {
  expect(mermaidText(sale(), { locale: 'en' })).not.toContain('class')
})
