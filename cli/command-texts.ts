/** What help says of each command, in both languages. A test holds it to the command table. */
import type { Bilingual } from '../engine/problem/catalog/entry.ts'
import type { CommandId } from './command-table.ts'

/** What each command does, and lines to copy. */
export const commandTexts: Readonly<
  Record<CommandId, { readonly summary: Bilingual; readonly examples: readonly string[] }>
> = {
  init: {
    summary: {
      en: 'Write a new project: company, people, calendar and the shipped processes, ready to run',
      zh: '新建项目：公司、人员、日历和随附流程，可立即运行',
    },
    examples: [
      'picket init acme',
      'picket init acme --company "Acme Optics" --zone Europe/Berlin --languages en --person "li.wei:Li Wei:sponsor"',
      'picket init huaguang --company 华光 --zone Asia/Shanghai --languages zh,en --person "li.wei:李薇:Li Wei:sponsor"',
    ],
  },
  doctor: {
    summary: { en: 'Say what is wrong with the project, its store and what runs', zh: '诊断项目、存储和运行中的实例' },
    examples: ['picket doctor', 'picket doctor --full'],
  },
  schema: {
    summary: {
      en: 'Print the JSON Schema of the language, for editors',
      zh: '输出定义语言的 JSON Schema，供编辑器使用',
    },
    examples: ['picket schema --output picket.schema.json'],
  },
  completion: {
    summary: { en: 'Print a script that completes commands and flags in a shell', zh: '输出 shell 的命令补全脚本' },
    examples: ['source <(picket completion bash)', 'picket completion fish > ~/.config/fish/completions/picket.fish'],
  },
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
      'picket draw sales-opportunity --format png --output sale.png',
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
    examples: ['picket show hope-optical', 'picket show hope-optical --why', 'picket show hope-optical --history'],
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
