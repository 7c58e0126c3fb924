/**
 * For each command a line whose JSON docs/cli.md shows; in this order they tell one story on the sample project. FOLDER is
 * that of the test; a line that names a database works on that one.
 */
import type { CommandId } from '../../cli/command-table.ts'

export const story: readonly { readonly id?: CommandId; readonly line: string }[] = [
  { id: 'check', line: 'check' },
  { id: 'processes', line: 'processes' },
  { id: 'rehearse', line: 'rehearse programme' },
  { id: 'draw', line: 'draw programme --format xstate --output FOLDER/programme.json' },
  { id: 'people load', line: 'people load organisation.yaml --as chen.jing' },
  { id: 'start', line: 'start programme --set company=Hope --as chen.jing' },
  { id: 'send', line: 'send hope START --set step=preparation --as chen.jing' },
  { id: 'claim', line: 'claim preparation --as xu.yiqing' },
  { id: 'comment', line: 'comment preparation Begun --as xu.yiqing' },
  { id: 'list', line: 'list' },
  { id: 'tasks', line: 'tasks' },
  { id: 'show', line: 'show hope --history' },
  { id: 'release', line: 'release preparation --as xu.yiqing' },
  { id: 'assign', line: 'assign preparation xu.yiqing --as xu.yiqing' },
  { id: 'attach', line: 'attach preparation plan calendar.yaml --as xu.yiqing' },
  { id: 'evidence list', line: 'evidence list hope' },
  { id: 'evidence get', line: 'evidence get preparation plan --output FOLDER/plan.yaml' },
  {
    id: 'complete',
    line: 'complete preparation --set goals.0.measure=Share --set goals.0.by=2026-05-01 --evidence plan=https://example.org/plan --as xu.yiqing',
  },
  { id: 'decide', line: 'decide gate approve --as chen.jing' },
  { id: 'suspend', line: 'suspend hope --as chen.jing' },
  { id: 'resume', line: 'resume hope --as chen.jing' },
  { id: 'run', line: 'run --until-idle' },
  { id: 'journal show', line: 'journal show hope' },
  { id: 'journal verify', line: 'journal verify hope' },
  { id: 'cancel', line: 'cancel hope --as xu.yiqing' },
  { id: 'backup', line: 'backup FOLDER/backup.sqlite' },
  { line: 'backup FOLDER/other.sqlite' },
  { id: 'restore', line: 'restore FOLDER/backup.sqlite --yes --database FOLDER/other.sqlite' },
  { id: 'erase', line: 'erase chen.jing --yes --as xu.yiqing' },
]
