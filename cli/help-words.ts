/** The words around all help, in both languages, and how the commands are grouped. */
import type { Bilingual } from '../engine/problem/catalog/entry.ts'
import type { CommandId } from './command-table.ts'

/** Headings and the first lines of help. */
export const helpWords = {
  tagline: {
    en: 'Picket runs a company’s change, and the processes it installs, from YAML.',
    zh: 'Picket 依据 YAML 运行公司的变革及其建立的流程。',
  },
  usage: { en: 'USAGE', zh: '用法' },
  arguments: { en: 'ARGUMENTS', zh: '参数' },
  flags: { en: 'FLAGS', zh: '选项' },
  shared: { en: 'FLAGS OF EVERY COMMAND', zh: '通用选项' },
  examples: { en: 'EXAMPLES', zh: '示例' },
  command: { en: 'COMMAND', zh: '命令' },
  more: {
    en: 'More on a command: picket COMMAND --help',
    zh: '命令详情：picket 命令 --help',
  },
  exits: {
    en: 'Exit codes: 0 done, 1 problems or refused, 2 usage, 3 storage or engine',
    zh: '退出码：0 完成，1 有问题或被拒绝，2 用法错误，3 存储或引擎故障',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

/** How root help groups the commands. */
export const commandGroups: readonly { readonly title: Bilingual; readonly ids: readonly CommandId[] }[] = [
  { title: { en: 'SETTING UP', zh: '准备' }, ids: ['init', 'doctor', 'schema', 'completion'] },
  { title: { en: 'DEFINITIONS', zh: '流程定义' }, ids: ['check', 'draw', 'rehearse', 'processes'] },
  { title: { en: 'INSTANCES', zh: '实例' }, ids: ['start', 'list', 'show', 'send'] },
  { title: { en: 'TASKS', zh: '任务' }, ids: ['tasks', 'claim', 'release', 'assign', 'complete', 'decide'] },
  {
    title: { en: 'REMARKS AND EVIDENCE', zh: '备注与证据' },
    ids: ['comment', 'attach', 'evidence list', 'evidence get'],
  },
  { title: { en: 'OPERATIONS', zh: '操作' }, ids: ['suspend', 'resume', 'cancel', 'retry', 'run'] },
  {
    title: { en: 'PEOPLE AND PROOF', zh: '人员与证明' },
    ids: ['people load', 'journal show', 'journal verify'],
  },
  { title: { en: 'CARE OF THE STORE', zh: '存储维护' }, ids: ['erase', 'backup', 'restore'] },
]
