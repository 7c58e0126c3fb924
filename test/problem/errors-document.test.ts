import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CatalogEntry } from '../../engine/problem/catalog/entry.ts'
import { catalog } from '../../engine/problem/catalog.ts'

const file = new URL('../../docs/errors.md', import.meta.url)
const entries = Object.entries<CatalogEntry>(catalog)

const introduction = `# Problems

Every code there is, with what it says and what to do; \`{…}\` is filled in, and what stands in brackets is left out where
there is nothing to fill in. Written from the catalogue (\`engine/problem/catalog/\`) by
\`UPDATE_DOCS=1 npx vitest run test/problem/errors-document.test.ts\`; a test compares the two, both ways.

每个代码的含义与处理办法；\`{…}\` 处会填入内容，方括号内无内容可填时省略。
`

function section([code, { severity, sentence, hint }]: [string, CatalogEntry]): string {
  const heading = severity === 'warning' ? `### ${code} (warning)` : `### ${code}`
  return [heading, '', `- ${sentence.en} *${hint.en}*`, `- ${sentence.zh} *${hint.zh}*`, ''].join('\n')
}

function wholeDocument(): string {
  const stages = [...new Set(entries.map(([code]) => code.split('/')[0] ?? ''))]
  const parts = stages.map((stage) => {
    const own = entries.filter(([code]) => code.startsWith(`${stage}/`))
    return [`## ${stage}`, '', ...own.map(section)].join('\n')
  })
  return [introduction, ...parts].join('\n')
}

if (process.env.UPDATE_DOCS === '1') writeFileSync(file, wholeDocument())

describe('docs/errors.md', () => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  it('has an entry for every code, as the catalogue has it', () => {
    expect(entries.filter((entry) => !text.includes(section(entry))).map(([code]) => code)).toEqual([])
  })
  it('has no entry for a code that does not exist', () => {
    const documented = [...text.matchAll(/^### (\S+)/gm)].map(([, code]) => code)
    expect(documented.filter((code) => code === undefined || !(code in catalog))).toEqual([])
    expect(new Set(documented).size).toBe(documented.length)
  })
})
