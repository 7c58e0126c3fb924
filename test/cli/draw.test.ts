import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Terminal } from './terminal.ts'

async function started(): Promise<Terminal> {
  const terminal = new Terminal()
  await terminal.start()
  return terminal
}

describe('draw', () => {
  test('a process as Mermaid, in the language asked for', async () => {
    const { out, code } = await new Terminal().type('draw', 'programme', '--format', 'mermaid', '--locale', 'zh')
    expect(code).toBe(0)
    expect(out).toMatch(/^---\ntitle: "变革计划"\n---\nstateDiagram-v2\n/)
    expect(out).toContain('    state "阶段" as s_running__phases {')
    expect(out).not.toContain('classDef')
  })

  test('an instance as Mermaid, what is active by its class', async () => {
    const terminal = await started()
    const { picture, format } = await terminal.json('draw hope --format mermaid')
    expect(format).toBe('mermaid')
    expect(picture).toContain('class s_running,s_running__phases,s_running__phases__one,s_running__steps,')
    expect(picture).toMatch(/class .*\bs_running__steps__preparation__ready\b.* active\n/)
    expect(picture).not.toMatch(/class .*__two\b.* active/)
  })

  test('an instance as PNG, into a file', async () => {
    const terminal = await started()
    const file = join(terminal.folder, 'hope.png')
    expect((await terminal.on('draw', 'hope', '--format', 'png', '--output', file)).out).toBe(`Written: ${file}\n`)
    expect(readFileSync(file).subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  })

  test('no PNG on the standard output', async () => {
    for (const locale of ['en', 'zh']) {
      const { code, out, err } = await new Terminal().type('draw', 'programme', '--format', 'png', '--locale', locale)
      expect([code, out, err]).toEqual([2, '', expect.stringContaining('--output')])
    }
  })

  test('nothing where the file cannot be written', async () => {
    const { code, err } = await new Terminal().type('draw', 'programme', '--output', '/nowhere/at/all.svg')
    expect([code, err.split(' ')[0]]).toEqual([1, 'cli/cannot-write'])
  })
})
