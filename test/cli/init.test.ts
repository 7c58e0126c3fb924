/** A new project at the command line: it runs as it stands, in each language, or nothing is written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { readDocuments } from '../../engine/definition/read-documents.ts'
import { Terminal } from './terminal.ts'

/** Everything below a folder but the store, by path. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
}

const written = [
  '.gitignore',
  'calendar.yaml',
  'organisation.yaml',
  'picket.schema.json',
  'picket.yaml',
  'processes',
  'processes/pilot-change.yaml',
  'processes/sales-opportunity.yaml',
  'processes/strategy-cycle.yaml',
  'processes/twelve-step-transformation.yaml',
]

/** The words of a line as a shell takes them; quotes keep blanks. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

describe('the new project runs without further edits', () => {
  test.each([
    {
      languages: 'en',
      zone: 'Europe/Berlin',
      company: 'Hope Optical',
      person: 'li.wei:Li Wei:project-manager',
      said: 'running',
    },
    {
      languages: 'zh',
      zone: 'Asia/Shanghai',
      company: '霍普光通信',
      person: 'li.wei：李薇：project-manager',
      said: '运行中',
    },
    {
      languages: 'en,zh',
      zone: 'Asia/Shanghai',
      company: 'Hope',
      person: 'li.wei:Li Wei:李薇:project-manager,sponsor',
      said: 'running',
    },
    {
      languages: 'zh,en',
      zone: 'America/New_York',
      company: "L'Oréal",
      person: 'li.wei:李薇:Li Wei:sponsor',
      said: '运行中',
    },
  ])('in $languages, $zone', async ({ languages, zone, company, person, said }) => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    const given = ['--company', company, '--zone', zone, '--languages', languages, '--person', person]
    const made = await terminal.type('init', 'new', ...given, '--json')
    expect([made.code, made.err]).toEqual([0, ''])
    const { files, next } = JSON.parse(made.out) as { files: string[]; next: string[] }
    const folder = join(terminal.folder, 'new')
    expect(filesIn(folder)).toEqual(written)
    expect(files.toSorted()).toEqual(written.filter((path) => path !== 'processes'))
    expect(filesIn(terminal.folder).filter((name) => name.startsWith('.picket'))).toEqual([])

    const [cd = '', ...commands] = next
    terminal.directory = resolve(terminal.directory, cd.replace('cd ', ''))
    const checked = await terminal.type('check', '--json')
    expect(JSON.parse(checked.out)).toMatchObject({ processes: { length: 4 }, problems: [] })
    for (const command of commands) {
      const words = wordsOf(command.replaceAll("'\\''", '’'))
      const { code, err } = await terminal.type(...words.slice(1).map((word) => word.replace('’', "'")))
      expect([command, code, err]).toEqual([command, 0, ''])
    }
    const { instances } = JSON.parse((await terminal.type('list', '--json')).out)
    const shown = await terminal.type('show', instances[0].id)
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining(said)])
    expect(shown.out).toContain(company)
  })
})

test('every document names the schema that lies beside it, and fits it', async () => {
  const terminal = new Terminal()
  terminal.directory = terminal.folder
  await terminal.type('init', 'new', '--zone', 'Europe/Berlin')
  const folder = join(terminal.folder, 'new')
  const schema = readFileSync(join(folder, 'picket.schema.json'), 'utf8')
  expect((await terminal.type('schema')).out).toBe(schema)
  expect(schema).toContain('"description"')
  const ajv = new Ajv2020({ strict: false })
  ajv.addVocabulary(['x-name', 'x-form', 'x-argument'])
  const fits = ajv.compile(JSON.parse(schema))
  for (const path of written.filter((name) => name.endsWith('.yaml'))) {
    const text = readFileSync(join(folder, path), 'utf8')
    const [, found = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? []
    expect([path, existsSync(join(folder, dirname(path), found))]).toEqual([path, true])
    const { documents, problems } = readDocuments(path, text)
    expect([path, problems, documents.map(({ plain }) => fits(plain))]).toEqual([path, [], [true]])
  }
  expect(fits({ process: 'x', statse: {} })).toBe(false)
})

describe('what nobody says', () => {
  test('is the name of the folder, the zone of the machine, both languages and a stand-in for every role', async () => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    const { out } = await terminal.type('init', 'Café Zürich')
    expect(out).toContain('put your people in their place')
    const { out: listed } = await terminal.type('processes', '--project', 'Café Zürich')
    expect(listed).toContain('sales-opportunity')
    const text = readFileSync(join(terminal.folder, 'Café Zürich', 'picket.yaml'), 'utf8')
    expect(text).toContain('project: cafe-zurich\nname: { en: "Café Zürich", zh: "Café Zürich" }')
    expect(text).toContain('languages: [en, zh]\nzone: UTC\ncurrency: USD')
    const people = readFileSync(join(terminal.folder, 'Café Zürich', 'organisation.yaml'), 'utf8')
    expect(people).toContain('vacant.it-lead: { name: { en: "IT lead (to be named)", zh: "信息技术负责人（待定）" }')
  })

  test('a calendar has the holidays of mainland China, or says that it has none and marks what is due', async () => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    const chinese = await terminal.type('init', 'a', '--zone', 'Asia/Urumqi', '--locale', 'zh')
    expect(chinese.out).not.toContain('法定节假日')
    expect(readFileSync(join(terminal.folder, 'a/calendar.yaml'), 'utf8')).toMatch(
      /^zone: Asia\/Urumqi[\s\S]*Spring Festival/m,
    )
    const other = await terminal.type('init', 'b', '--zone', 'Europe/Berlin', '--locale', 'zh')
    expect(other.out).toContain('日历中没有法定节假日')
    expect(readFileSync(join(terminal.folder, 'b/calendar.yaml'), 'utf8')).toContain('validThrough: 2026-01-04 ')
  })

  test('is asked on a terminal, again where the answer is at fault', async () => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    terminal.answers = ['霍普', 'Asia/Beijing', '', 'zh， en', 'li.wei:李薇:boss', 'li.wei:李薇:sponsor', '']
    const { code, err, out } = await terminal.type('init', 'hope', '--locale', 'zh')
    expect([code, terminal.answers]).toEqual([0, []])
    expect(terminal.asked.join('\n')).toContain('公司名称 [hope]：')
    expect(err).toContain('时区“Asia/Beijing”未知')
    expect(err).toContain('“li.wei”的角色“boss”不存在')
    expect(out).toContain('picket people load organisation.yaml --as vacant.project-manager')
    const text = readFileSync(join(terminal.folder, 'hope/picket.yaml'), 'utf8')
    expect(text).toContain('name: { zh: "霍普", en: "霍普" }\nlocale: zh\nlanguages: [zh, en]\nzone: UTC')
    expect(readFileSync(join(terminal.folder, 'hope/organisation.yaml'), 'utf8')).toContain(
      'li.wei: { name: { zh: "李薇", en: "李薇" }, roles: [sponsor] }',
    )
  })

  test('is not asked where flags say it, nor with --json', async () => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    terminal.answers = []
    expect((await terminal.type('init', 'a', '--json')).code).toBe(0)
    const flags = ['--company', 'B', '--zone', 'UTC', '--languages', 'en', '--person', 'b:B:sponsor']
    expect((await terminal.type('init', 'b', ...flags)).code).toBe(0)
    expect(terminal.asked).toEqual([])
  })
})

describe('nothing is written', () => {
  test.each([
    ['a zone nobody knows', ['--zone', 'Mars/Olympus'], 'calendar/unknown-zone'],
    ['languages nobody knows', ['--languages', 'fr'], 'cli/bad-choice'],
    ['a person without a name', ['--person', 'li.wei'], 'cli/bad-person'],
    ['a person whose id is none', ['--person', 'Li Wei:Li Wei:sponsor'], 'cli/bad-person'],
    ['more names than languages', ['--languages', 'en', '--person', 'a:A:B:sponsor'], 'cli/bad-person'],
    ['a role nobody knows', ['--person', 'li.wei:Li Wei:sponser'], 'cli/no-such-role'],
    ['a person given twice', ['--person', 'a:A:sponsor', '--person', 'a:A:analyst'], 'cli/same-person'],
    ['a person called like a role', ['--person', 'sponsor:A:sponsor'], 'people/same-id'],
    ['a currency that is none', ['--currency', 'euro'], 'definition/'],
  ])('for %s', async (_, flags, code) => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    for (const locale of ['en', 'zh']) {
      const printed = await terminal.type('init', 'new', ...flags, '--locale', locale)
      expect([printed.code > 0, printed.out]).toEqual([true, ''])
      expect(printed.err).toContain(code)
      expect(printed.err).not.toContain('.picket-init')
    }
    expect(filesIn(terminal.folder)).toEqual([])
  })

  test('into a folder that holds anything', async () => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    writeFileSync(join(terminal.folder, 'notes.txt'), 'mine')
    const { code, err } = await terminal.type('init', '.')
    expect([code, err]).toEqual([1, expect.stringContaining('is not empty: notes.txt.')])
    expect(filesIn(terminal.folder)).toEqual(['notes.txt'])
  })

  test('where the folder above is not there, or is a file', async () => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    writeFileSync(join(terminal.folder, 'file'), '')
    for (const folder of ['none/new', 'file', 'file/new']) {
      const { code, err } = await terminal.type('init', folder, '--zone', 'UTC')
      expect([folder, code, err.split(' ')[0]]).toEqual([folder, 1, 'cli/cannot-write'])
    }
    expect(filesIn(terminal.folder)).toEqual(['file'])
  })

  test('when whoever is asked goes', async () => {
    const terminal = new Terminal()
    terminal.directory = terminal.folder
    terminal.answers = ['Hope']
    const { code, err } = await terminal.type('init', 'new')
    expect([code, err]).toEqual([1, expect.stringContaining('cli/given-up')])
    expect(filesIn(terminal.folder)).toEqual([])
  })
})

test('an empty folder will do, and one with only a repository', async () => {
  const terminal = new Terminal()
  terminal.directory = terminal.folder
  mkdirSync(join(terminal.folder, '.git'))
  expect((await terminal.type('init', '.', '--zone', 'UTC')).code).toBe(0)
  expect(filesIn(terminal.folder)).toEqual(['.git', ...written])
  expect((await terminal.type('check')).out).toContain('no problem found')
})
