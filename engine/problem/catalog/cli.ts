import type { CatalogTable } from './entry.ts'

/** Codes `cli/…`: faults of a command line. */
export const cliCodes = {
  'cli/unknown-command': {
    severity: 'error',
    sentence: { en: 'There is no command “{command}”.', zh: '没有命令“{command}”。' },
    hint: {
      en: '[Did you mean {near}? ]See all commands with: picket --help',
      zh: '[是否指 {near}？]查看所有命令：picket --help',
    },
  },
  'cli/unknown-flag': {
    severity: 'error',
    sentence: { en: 'The command {command} has no {flags}.', zh: '命令 {command} 没有选项 {flags}。' },
    hint: {
      en: '[Did you mean {near}? ]See what it takes with: picket {command} --help',
      zh: '[是否指 {near}？]查看可用选项：picket {command} --help',
    },
  },
  'cli/unexpected-argument': {
    severity: 'error',
    sentence: {
      en: 'There is more than the command {command} takes: {arguments}.',
      zh: '命令 {command} 不需要：{arguments}。',
    },
    hint: {
      en: 'Put words with spaces in quotes. See: picket {command} --help',
      zh: '含空格的内容请加引号。参见：picket {command} --help',
    },
  },
  'cli/missing-argument': {
    severity: 'error',
    sentence: { en: 'The command {command} needs: {arguments}.', zh: '命令 {command} 还需要：{arguments}。' },
    hint: { en: 'See: picket {command} --help', zh: '参见：picket {command} --help' },
  },
  'cli/bad-choice': {
    severity: 'error',
    sentence: { en: '“{given}” is none of: {choices}.', zh: '“{given}”不在可选值之内：{choices}。' },
    hint: { en: 'See: picket {command} --help', zh: '参见：picket {command} --help' },
  },
  'cli/bad-usage': {
    severity: 'error',
    sentence: {
      en: 'The command line of {command} cannot be read: {detail}.',
      zh: '无法读取命令 {command} 的参数：{detail}。',
    },
    hint: { en: 'See: picket {command} --help', zh: '参见：picket {command} --help' },
  },
  'cli/who': {
    severity: 'error',
    sentence: { en: 'Nobody is named who does this.', zh: '没有指明由谁执行。' },
    hint: {
      en: 'Say who you are: --as PERSON[. In this organisation: {people}]',
      zh: '请指明身份：--as 人员[。本组织人员：{people}]',
    },
  },
  'cli/bad-set': {
    severity: 'error',
    sentence: { en: '--set {text} names no field.', zh: '--set {text} 没有指明字段。' },
    hint: {
      en: 'Write --set field=value; inside a record --set field.part=value.',
      zh: '请写成 --set 字段=值；记录内部写 --set 字段.部分=值。',
    },
  },
  'cli/bad-evidence': {
    severity: 'error',
    sentence: {
      en: '--evidence {text} is neither a file nor an address.',
      zh: '--evidence {text} 既不是文件也不是网址。',
    },
    hint: { en: 'Write --evidence KIND=FILE or KIND=https://…', zh: '请写成 --evidence 类型=文件 或 类型=https://…' },
  },
  'cli/bad-date': {
    severity: 'error',
    sentence: { en: '“{text}” is no date.', zh: '“{text}”不是日期。' },
    hint: { en: 'Write 2026-01-05, or a moment: 2026-01-05T09:00', zh: '请写成 2026-01-05，或时刻：2026-01-05T09:00' },
  },
  'cli/no-project': {
    severity: 'error',
    sentence: {
      en: 'No picket.yaml was found at {path} or above it.',
      zh: '在 {path} 及其上级文件夹中找不到 picket.yaml。',
    },
    hint: {
      en: 'Go into the folder of a project, or name it: --project DIR',
      zh: '请进入项目文件夹，或指明：--project 文件夹',
    },
  },
  'cli/no-file': {
    severity: 'error',
    sentence: { en: 'The file {file} cannot be read: {detail}.', zh: '无法读取文件 {file}：{detail}。' },
    hint: { en: 'Check its path and that you may read it.', zh: '请检查路径以及读取权限。' },
  },
  'cli/cannot-write': {
    severity: 'error',
    sentence: { en: 'The file {file} cannot be written: {detail}.', zh: '无法写入文件 {file}：{detail}。' },
    hint: {
      en: 'Check that its folder exists and that you may write there.',
      zh: '请检查文件夹是否存在以及写入权限。',
    },
  },
  'cli/no-organisation': {
    severity: 'error',
    sentence: { en: 'There is no organisation in {file}.', zh: '{file} 中没有组织。' },
    hint: {
      en: 'Name a YAML file with a document that begins with organisation:',
      zh: '请指明含有以 organisation: 开头的文档的 YAML 文件。',
    },
  },
  'cli/input-not-fields': {
    severity: 'error',
    sentence: { en: '{file} holds no fields.', zh: '{file} 中没有字段。' },
    hint: { en: 'It must be one JSON object or one YAML map.', zh: '内容须是一个 JSON 对象或一个 YAML 映射。' },
  },
  'cli/unknown-process': {
    severity: 'error',
    sentence: { en: 'The project has no process “{process}”.', zh: '项目中没有流程“{process}”。' },
    hint: {
      en: '[Did you mean {near}? ]See them with: picket processes',
      zh: '[是否指 {near}？]查看所有流程：picket processes',
    },
  },
  'cli/unknown-instance': {
    severity: 'error',
    sentence: { en: 'There is no instance “{instance}”.', zh: '没有实例“{instance}”。' },
    hint: { en: '[Did you mean {near}? ]See them with: picket list', zh: '[是否指 {near}？]查看所有实例：picket list' },
  },
  'cli/several-instances': {
    severity: 'error',
    sentence: { en: '“{instance}” may be any of: {matches}.', zh: '“{instance}”可能指：{matches}。' },
    hint: { en: 'Write more of its id.', zh: '请写出更完整的标识。' },
  },
  'cli/unknown-work': {
    severity: 'error',
    sentence: {
      en: 'Neither an instance nor an open task is called “{work}”.',
      zh: '没有名为“{work}”的实例或未结任务。',
    },
    hint: {
      en: '[Did you mean {near}? ]See them with: picket list, picket tasks',
      zh: '[是否指 {near}？]查看：picket list、picket tasks',
    },
  },
  'cli/no-evidence': {
    severity: 'error',
    sentence: {
      en: 'The task {task} has no evidence {kind}[ with the number {number}].',
      zh: '任务 {task} 没有证据 {kind}[（序号 {number}）]。',
    },
    hint: {
      en: '[Did you mean {near}? ]See what is attached with: picket evidence list',
      zh: '[是否指 {near}？]查看附件：picket evidence list',
    },
  },
  'cli/needs-yes': {
    severity: 'error',
    sentence: {
      en: 'This cannot be undone, and nobody is at a terminal to be asked.',
      zh: '此操作不可撤销，且没有可供确认的终端。',
    },
    hint: { en: 'Say that it is meant: --yes', zh: '如确定执行，请加：--yes' },
  },
  'cli/not-confirmed': {
    severity: 'error',
    sentence: { en: 'It was not confirmed.', zh: '未获确认。' },
    hint: { en: 'Nothing was changed.', zh: '没有任何改动。' },
  },
  'cli/unknown-task': {
    severity: 'error',
    sentence: { en: 'No open task is called “{task}”.', zh: '没有名为“{task}”的未结任务。' },
    hint: { en: 'See them with: picket tasks', zh: '查看未结任务：picket tasks' },
  },
  'cli/several-tasks': {
    severity: 'error',
    sentence: { en: '“{task}” may be any of: {matches}.', zh: '“{task}”可能指：{matches}。' },
    hint: { en: 'Write the id of the one you mean.', zh: '请写出所指任务的标识。' },
  },
  'cli/definition-gone': {
    severity: 'error',
    sentence: {
      en: 'The definition that {instance} runs on is not in the store.',
      zh: '存储中没有 {instance} 所依据的流程定义。',
    },
    hint: { en: 'Bring its file back into the project.', zh: '请将该定义文件放回项目。' },
  },
  'cli/engine-fault': {
    severity: 'error',
    sentence: { en: 'The engine failed: {detail}.', zh: '引擎出错：{detail}。' },
    hint: {
      en: 'Nothing was half written. Please report it with the command you typed.',
      zh: '没有写入一半的内容。请连同所输入的命令一起报告。',
    },
  },
  'cli/calendar-ends': {
    severity: 'warning',
    sentence: {
      en: 'The calendar {calendar} is known through {through}; what begins on {from} may run beyond it.',
      zh: '日历 {calendar} 仅确定至 {through}；自 {from} 开始的流程可能超出该日期。',
    },
    hint: {
      en: 'Beyond it only weekends count, and due times are estimates. Add the holidays when they are published.',
      zh: '超出后只计周末，期限为估计值。请在节假日公布后补充。',
    },
  },
} as const satisfies CatalogTable
