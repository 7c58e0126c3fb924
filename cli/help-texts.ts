/** What help says, in both languages. A test holds it to the command table, its arguments and its flags. */
import type { Bilingual } from '../engine/problem/catalog/entry.ts'
import type { Locale } from '../engine/problem/problem.ts'
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

/** What each command does, and lines to copy. */
export const commandTexts: Readonly<
  Record<CommandId, { readonly summary: Bilingual; readonly examples: readonly string[] }>
> = {
  check: {
    summary: {
      en: 'Judge definitions: every fault with its place, and what it would do at run time',
      zh: '检查定义：指出每个问题的位置及其运行后果',
    },
    examples: ['picket check', 'picket check workflows/sales-opportunity.yaml'],
  },
  draw: {
    summary: {
      en: 'Draw a process, or an instance with its active states marked',
      zh: '绘制流程图；绘制实例时标出当前状态',
    },
    examples: [
      'picket draw sales-opportunity --output sale.svg',
      'picket draw hope-optical --locale zh --output programme.svg',
      'picket draw sales-opportunity --format xstate',
    ],
  },
  rehearse: {
    summary: {
      en: 'Run a process to its end under a simulated clock and print the film; touches no store',
      zh: '在模拟时钟下把流程运行到底并打印过程；不触及存储',
    },
    examples: ['picket rehearse sales-opportunity', 'picket rehearse sales-opportunity --seed 7 --from 2026-03-02'],
  },
  processes: {
    summary: { en: 'List the processes of the project', zh: '列出项目的流程' },
    examples: ['picket processes'],
  },
  start: {
    summary: {
      en: 'Start an instance; with a key that is live, find it',
      zh: '启动实例；若同一键的实例仍在运行则找到它',
    },
    examples: [
      'picket start sales-opportunity --set customer=east-china-telecom --set owner=wei.qiang --as wei.qiang',
      'picket start twelve-step-transformation --input workflows/examples/hope-optical/transformation.json --as chen.jing',
    ],
  },
  list: {
    summary: { en: 'List the instances', zh: '列出实例' },
    examples: ['picket list', 'picket list --process sales-opportunity --status running'],
  },
  show: {
    summary: {
      en: 'Show where an instance stands, what is open, who is late, and what it waits for',
      zh: '显示实例的现状、未结工作、逾期人员及其等待的事项',
    },
    examples: ['picket show hope-optical', 'picket show hope-optical --history'],
  },
  send: {
    summary: { en: 'Send an event to an instance', zh: '向实例发送事件' },
    examples: [
      'picket send hope-optical START --set step=preparation --as chen.jing',
      'picket send sale-1 LOSE --set reason="A competitor was cheaper" --as wei.qiang',
    ],
  },
  tasks: {
    summary: {
      en: 'List open tasks, the late ones first; with --as those of one person',
      zh: '列出未结任务，逾期在前；加 --as 只列本人的',
    },
    examples: ['picket tasks --as xu.yiqing', 'picket tasks --instance hope-optical --all'],
  },
  claim: { summary: { en: 'Take a task', zh: '认领任务' }, examples: ['picket claim preparation --as xu.yiqing'] },
  release: {
    summary: { en: 'Give a claimed task back', zh: '放回已认领的任务' },
    examples: ['picket release preparation --as xu.yiqing'],
  },
  assign: {
    summary: { en: 'Give a task to somebody', zh: '把任务指派给某人' },
    examples: ['picket assign training han.mei --as chen.jing'],
  },
  complete: {
    summary: { en: 'Complete a task: its form and its evidence', zh: '完成任务：填写表单并附上证据' },
    examples: [
      'picket complete preparation --input preparation.yaml --evidence change-case=case.pdf --as xu.yiqing',
      'picket complete entry --set contact="Director Lu" --set amount=500000.00 --as wei.qiang',
    ],
  },
  decide: {
    summary: { en: 'Vote on an approval', zh: '表决' },
    examples: [
      'picket decide preparation approve --as chen.jing',
      'picket decide ph1 reject --comment "Too early" --as xu.yiqing',
    ],
  },
  comment: {
    summary: {
      en: 'Remark on a task or an instance, open or closed; nothing moves',
      zh: '对任务或实例（无论是否已结束）写备注；不推进流程',
    },
    examples: [
      'picket comment preparation "The customer wants the new template" --as xu.yiqing',
      'picket comment hope-optical "The board meets on Friday" --as chen.jing',
    ],
  },
  attach: {
    summary: { en: 'Attach evidence to an open task', zh: '为未结任务附上证据' },
    examples: [
      'picket attach preparation change-case case.pdf --as xu.yiqing',
      'picket attach preparation change-case https://example.org/case --as xu.yiqing',
    ],
  },
  'evidence list': {
    summary: {
      en: 'List what is attached to a task, or to all tasks of an instance',
      zh: '列出任务或实例全部任务的附件',
    },
    examples: ['picket evidence list hope-optical'],
  },
  'evidence get': {
    summary: { en: 'Give attached evidence back, proved by its SHA-256', zh: '取回证据，并以 SHA-256 验证' },
    examples: ['picket evidence get preparation change-case --output case.pdf'],
  },
  suspend: {
    summary: {
      en: 'Suspend an instance: no timer fires, events are refused',
      zh: '暂停实例：计时器不触发，事件被拒绝',
    },
    examples: ['picket suspend hope-optical --as chen.jing'],
  },
  resume: {
    summary: { en: 'Resume it; due times move by the pause', zh: '恢复实例；期限按暂停时间顺延' },
    examples: ['picket resume hope-optical --as chen.jing', 'picket resume hope-optical --keep-dates --as chen.jing'],
  },
  cancel: {
    summary: { en: 'Cancel an instance and the work open in it', zh: '取消实例及其未结工作' },
    examples: ['picket cancel sale-1 --comment "The customer merged" --as shen.hua'],
  },
  retry: {
    summary: { en: 'Try again what failed for good', zh: '重试最终失败的工作' },
    examples: ['picket retry sale-1 --as shen.hua'],
  },
  run: {
    summary: { en: 'Work off timers and actions as they fall due', zh: '处理到期的计时器和动作' },
    examples: ['picket run', 'picket run --until-idle'],
  },
  'people load': {
    summary: { en: 'Bring an organisation into the store', zh: '将组织载入存储' },
    examples: ['picket people load workflows/examples/hope-optical/organisation.yaml --as chen.jing'],
  },
  'journal show': {
    summary: { en: 'Show the journal of an instance, entry by entry', zh: '逐条显示实例的日志' },
    examples: ['picket journal show hope-optical'],
  },
  'journal verify': {
    summary: {
      en: 'Prove a journal: its chain, and a replay against the definition',
      zh: '验证日志：链条完整且重放结果一致',
    },
    examples: ['picket journal verify hope-optical'],
  },
  erase: {
    summary: {
      en: 'Erase what a person wrote: journal payloads, remarks, their name',
      zh: '擦除某人写下的内容：日志内容、备注和姓名',
    },
    examples: ['picket erase wang.fang --dry-run --as chen.jing', 'picket erase wang.fang --yes --as chen.jing'],
  },
  backup: {
    summary: { en: 'Copy the store into a file, also while it is worked on', zh: '将存储复制到文件，运行中亦可' },
    examples: ['picket backup picket-2026-03-02.sqlite'],
  },
  restore: {
    summary: { en: 'Put a backup in the place of the store; the old one is kept', zh: '用备份取代存储；原存储保留' },
    examples: ['picket restore picket-2026-03-02.sqlite'],
  },
}

/** What each argument is, by its name; a command's own meaning is under `COMMAND/ARGUMENT`. */
export const argumentTexts: Readonly<Record<string, Bilingual>> = {
  path: { en: 'files or folders; the whole project if none is named', zh: '文件或文件夹；不写则检查整个项目' },
  process: { en: 'id of a process', zh: '流程标识' },
  subject: { en: 'id of a process, or of an instance', zh: '流程或实例的标识' },
  instance: { en: 'id of an instance, or an ending of it that is unique', zh: '实例标识，或其唯一的结尾部分' },
  event: { en: 'name of the event', zh: '事件名称' },
  task: {
    en: 'id of a task, or a key on the path of its state that means only one',
    zh: '任务标识，或其状态路径上唯一的键',
  },
  person: { en: 'id of a person', zh: '人员标识' },
  decision: { en: 'approve or reject', zh: 'approve（批准）或 reject（否决）' },
  'task|instance': { en: 'a task, or an instance', zh: '任务或实例' },
  text: { en: 'what others should know', zh: '需要告知他人的内容' },
  kind: { en: 'kind of evidence, as the task names it', zh: '证据类型，以任务所列为准' },
  'file|url': { en: 'a file (20 MB at most) or an address', zh: '文件（不超过 20 MB）或网址' },
  'backup/file': { en: 'a new file', zh: '新文件' },
  'restore/file': { en: 'a backup', zh: '备份文件' },
  file: { en: 'a YAML file with an organisation', zh: '含组织的 YAML 文件' },
}

/** What each flag does, by its name; a command's own meaning is under `COMMAND/FLAG`. */
export const flagTexts: Readonly<Record<string, Bilingual>> = {
  json: { en: 'answer in JSON, in the shape docs/cli.md gives', zh: '以 JSON 回答，格式见 docs/cli.md' },
  as: { en: 'who acts', zh: '由谁执行' },
  database: { en: 'the SQLite file, instead of the project’s', zh: 'SQLite 文件，代替项目所指定的' },
  locale: { en: 'language, instead of the project’s', zh: '语言，代替项目所指定的' },
  project: { en: 'its picket.yaml or folder, instead of the nearest', zh: 'picket.yaml 或其文件夹，代替最近的一个' },
  set: { en: 'fill in a field; may be repeated, and reach inside with dots', zh: '填写字段；可重复，可用点号深入' },
  input: {
    en: 'fields from a JSON or YAML file; - is the standard input',
    zh: '从 JSON 或 YAML 文件读取字段；- 为标准输入',
  },
  id: { en: 'the public id of the new instance', zh: '新实例的公开标识' },
  comment: { en: 'a remark for the journal', zh: '写入日志的说明' },
  format: { en: 'svg, or xstate for the machine as JSON', zh: 'svg，或 xstate（状态机 JSON）' },
  output: { en: 'write there instead of the standard output', zh: '写入文件，代替标准输出' },
  process: { en: 'only of this process', zh: '仅限该流程' },
  status: { en: 'only in this status', zh: '仅限该状态' },
  history: { en: 'also what happened, entry by entry', zh: '同时显示全部经过' },
  instance: { en: 'only of this instance', zh: '仅限该实例' },
  role: { en: 'only for this role', zh: '仅限该角色' },
  all: { en: 'closed ones too', zh: '包括已结束的' },
  evidence: {
    en: 'attach a file (20 MB at most) or an address; may be repeated',
    zh: '附上文件（不超过 20 MB）或网址；可重复',
  },
  'keep-dates': { en: 'leave due times as they were', zh: '期限保持不变' },
  incident: { en: 'only this incident', zh: '仅重试该故障' },
  'until-idle': { en: 'stop when nothing is due', zh: '没有到期事项时停止' },
  remove: { en: 'take out who is not in the file', zh: '移除文件中没有的人员' },
  seed: { en: 'seed of chance; the same seed gives the same film', zh: '随机种子；同一种子得到同一过程' },
  from: { en: 'the day it begins', zh: '开始日期' },
  'check/from': {
    en: 'warn where a calendar does not reach a year from that day',
    zh: '若日历不足以覆盖该日起一年则警告',
  },
  param: { en: 'a figure of the process, over its default; may be repeated', zh: '流程参数，代替默认值；可重复' },
  watch: { en: 'show it again after each change, until Ctrl-C', zh: '有变动即重新显示，按 Ctrl-C 结束' },
  yes: { en: 'go on without a question', zh: '不询问，直接执行' },
  'dry-run': { en: 'only say what would be erased', zh: '只说明将擦除的内容' },
  number: { en: 'which of that kind, from 1; the last unless given', zh: '该类型的第几份，从 1 起；默认最后一份' },
  'evidence get/output': {
    en: 'a new file; by default one of its own name here',
    zh: '新文件；默认以原名写在当前文件夹',
  },
  script: { en: 'a file with answers and decisions', zh: '含答复与决定的文件' },
}

/** What a flag or an argument is called for: in this command, else in general. */
export function ownText(
  texts: Readonly<Record<string, Bilingual>>,
  id: CommandId,
  name: string,
  locale: Locale,
): string {
  return (texts[`${id}/${name}`] ?? texts[name])?.[locale] ?? ''
}
