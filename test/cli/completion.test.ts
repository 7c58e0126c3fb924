/** Completion as shells do it: bash for real, the others where they are installed, and by their text. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandIds, commandTable } from '../../cli/command-table.ts'
import { Terminal } from './terminal.ts'

const shells = ['bash', 'zsh', 'fish'] as const
const has = Object.fromEntries(shells.map((shell) => [shell, spawnSync(shell, ['-c', ':']).status === 0]))

async function scriptFor(shell: string, locale = 'en'): Promise<string> {
  return (await new Terminal().type('completion', shell, '--locale', locale)).out
}

describe.skipIf(!has.bash)('bash', () => {
  /** What a Tab at the end of a line offers. */
  async function complete(line: string, directory = '.'): Promise<readonly string[]> {
    const words = line.split(' ')
    const asked = [
      await scriptFor('bash'),
      `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})`,
      `COMP_CWORD=${words.length - 1}`,
      '_picket',
      'printf "%s\\n" "${COMPREPLY[@]}"',
    ]
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', asked.join('\n')], {
      encoding: 'utf8',
      cwd: directory,
    })
    expect(stderr).toBe('')
    return stdout.split('\n').filter((word) => word !== '')
  }

  test.each([
    ['picket dr', ['draw']],
    ['picket --database x dra', ['draw']],
    ['picket jo', ['journal']],
    ['picket journal ', ['show', 'verify']],
    ['picket --locale zh journal v', ['verify']],
    ['picket journal verify --js', ['--json']],
    ['picket draw x --for', ['--format']],
    ['picket draw x --format ', ['svg', 'png', 'mermaid', 'xstate']],
    ['picket list --status sus', ['suspended']],
    ['picket show --lo', ['--locale']],
    ['picket show --locale ', ['en', 'zh']],
    ['picket completion ', ['bash', 'zsh', 'fish']],
    ['picket decide gate ', ['approve', 'reject']],
    ['picket show x --as ', []],
    ['picket --v', ['--version']],
    ['picket nonsense ', []],
  ])('%s', async (line, offered) => {
    expect(await complete(line)).toEqual(offered)
  })

  test('offers every command, and every flag of each', async () => {
    const firsts = new Set(commandIds.map((id) => id.split(' ')[0]))
    expect(new Set(await complete('picket '))).toEqual(firsts)
    for (const id of ['start', 'people load', 'doctor'] as const) {
      const { flags, baseFlags } = await commandTable[id]()
      const known = Object.keys({ ...flags, ...baseFlags }).map((name) => `--${name}`)
      expect((await complete(`picket ${id} --`)).toSorted()).toEqual(known.toSorted())
    }
  })

  test('offers files where a file is meant, blanks in their names and all', async () => {
    const { folder } = new Terminal()
    mkdirSync(join(folder, 'sub dir'))
    writeFileSync(join(folder, 'an organisation.yaml'), '')
    expect((await complete('picket people load ', folder)).toSorted()).toEqual(['an organisation.yaml', 'sub dir'])
    expect(await complete('picket start x --input an', folder)).toEqual(['an organisation.yaml'])
    expect(await complete('picket show ', folder)).toEqual([])
  })
})

describe.each(shells)('%s', (shell) => {
  test.skipIf(!has[shell])('reads its script', async () => {
    const syntaxOnly = { bash: ['-n'], zsh: ['-n'], fish: ['--no-execute'] }[shell]
    for (const locale of ['en', 'zh']) {
      const { status, stderr } = spawnSync(shell, syntaxOnly, {
        input: await scriptFor(shell, locale),
        encoding: 'utf8',
      })
      expect([status, stderr]).toEqual([0, ''])
    }
  })

  test('is told of every command', async () => {
    const script = await scriptFor(shell)
    for (const word of commandIds.flatMap((id) => id.split(' '))) expect(script).toMatch(new RegExp(`\\b${word}\\b`))
  })
})

test('zsh and fish describe what they offer, in the language asked for', async () => {
  const zsh = await scriptFor('zsh', 'zh')
  expect(zsh).toMatch(/^#compdef picket\n/)
  expect(zsh).toContain("'doctor:诊断项目、存储和运行中的实例'")
  expect(zsh).toContain("    ('draw --format') compadd -- svg png mermaid xstate; return ;;")
  expect(zsh).toContain("    ('journal 1') offered=('show:逐条显示实例的日志' ")
  const fish = await scriptFor('fish')
  const groups = [...new Set(commandIds.flatMap((id) => (id.includes(' ') ? [id.split(' ')[0]] : [])))].join(' ')
  expect(fish).toContain("complete -c picket -n __fish_use_subcommand -a draw -d 'Draw a process, or an instance")
  expect(fish).toContain(
    `complete -c picket -n '__fish_seen_subcommand_from draw; and not __fish_seen_subcommand_from ${groups}' -l format -x -a 'svg png mermaid xstate'`,
  )
  expect(fish).toContain(
    "complete -c picket -n '__fish_seen_subcommand_from journal; and not __fish_seen_subcommand_from show' -a show",
  )
  expect(fish).toContain("-l database -r -F -d 'the SQLite file, instead of the project’s'")
})

test('a shell that is none is refused', async () => {
  const { code, err } = await new Terminal().type('completion', 'tcsh')
  expect([code, err.split(' ')[0]]).toEqual([2, 'cli/bad-choice'])
})
