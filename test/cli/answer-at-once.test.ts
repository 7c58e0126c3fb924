import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { answerAtOnce } from '../../cli/answer-at-once.ts'
import { describeGroup } from '../../cli/describe-command.ts'
import { preparedAnswers } from '../../cli/prepared-answers.ts'
import { version } from '../../cli/version.ts'
import { Terminal } from './terminal.ts'

const english = describeGroup('', 'en')
const chinese = describeGroup('', 'zh')

/** A folder with a project that speaks a language. */
function folderOf(locale: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'picket-locale-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'picket.yaml'), `project: here\nlocale: ${locale}\n`)
  return folder
}

test.each([
  ['--version', `picket ${version}\n`],
  ['--version --locale zh', `picket ${version}\n`],
  ['', english],
  ['--help', english],
  ['-h', english],
  ['help', english],
  ['--locale zh', chinese],
  ['--help --locale zh', chinese],
  ['--locale=zh --help', chinese],
  ['list', undefined],
  ['--locale zh list --help', undefined],
  ['help list', undefined],
  ['journal', undefined],
  ['journal --help', undefined],
  ['nonsense', undefined],
])('picket %s', async (line, expected) => {
  const argv = line.split(' ').filter((word) => word !== '')
  const terminal = new Terminal()
  expect(answerAtOnce(argv, terminal.directory, preparedAnswers)).toBe(expected)
  if (expected !== undefined) expect(await terminal.type(...argv)).toEqual({ out: expected, err: '', code: 0 })
})

test('help speaks the language of the nearest project, unless told another', () => {
  const folder = folderOf('zh')
  expect(answerAtOnce(['--help'], folder, preparedAnswers)).toBe(chinese)
  expect(answerAtOnce(['--help', '--locale', 'en'], folder, preparedAnswers)).toBe(english)
  expect(answerAtOnce(['--help', '--project', folder], folderOf('en'), preparedAnswers)).toBe(chinese)
})
