import type { CatalogTable } from './entry.ts'

/** Codes `host/…`: requests that name something that is not there, and work that failed outside the step. */
export const hostCodes = {
  'host/unknown-instance': {
    severity: 'error',
    sentence: { en: 'There is no instance {instance}.', zh: '没有实例 {instance}。' },
    hint: { en: '[Did you mean {near}? ]See them with: picket list', zh: '[是否指 {near}？]查看：picket list' },
  },
  'host/unknown-task': {
    severity: 'error',
    sentence: { en: 'There is no task {task}.', zh: '没有任务 {task}。' },
    hint: {
      en: '[Did you mean {near}? ]See the open ones with: picket tasks',
      zh: '[是否指 {near}？]查看未结任务：picket tasks',
    },
  },
  'host/unknown-process': {
    severity: 'error',
    sentence: { en: 'The project has no process {process}.', zh: '项目没有流程 {process}。' },
    hint: {
      en: '[Did you mean {near}? ]See them with: picket processes',
      zh: '[是否指 {near}？]查看：picket processes',
    },
  },
  'host/task-closed': {
    severity: 'error',
    sentence: { en: 'The task {task} is closed: {outcome}[, by {by}].', zh: '任务 {task} 已关闭：{outcome}[，{by}]。' },
    hint: {
      en: 'Nothing was changed. What is done is not done twice.',
      zh: '没有任何改动。已完成的任务不会重复完成。',
    },
  },
  'host/bad-id': {
    severity: 'error',
    sentence: { en: '{id} cannot be the id of an instance.', zh: '{id} 不能作为实例编号。' },
    hint: { en: 'Use 1 to 128 of a-z 0-9 . _ -', zh: '请用 1 至 128 个字符：a-z 0-9 . _ -' },
  },
  'host/id-taken': {
    severity: 'error',
    sentence: { en: 'The id {id} is taken.', zh: '编号 {id} 已被占用。' },
    hint: { en: 'Choose another, or leave it out.', zh: '请另选编号，或不指定。' },
  },
  'host/unknown-param': {
    severity: 'error',
    sentence: { en: 'The process {process} has no parameter {name}.', zh: '流程 {process} 没有参数 {name}。' },
    hint: {
      en: '[Did you mean {near}? ]Parameters are declared under params.',
      zh: '[是否指 {near}？]参数在 params 下声明。',
    },
  },
  'host/definition-lost': {
    severity: 'error',
    sentence: {
      en: 'The definition {hash} of {instance} cannot be read any more.',
      zh: '{instance} 的定义 {hash} 已无法读取。',
    },
    hint: { en: 'It was kept by another version of the engine.', zh: '它由另一版本的引擎保存。' },
  },
  'host/evidence-kind': {
    severity: 'error',
    sentence: { en: 'The task {task} asks for no evidence {kind}.', zh: '任务 {task} 不需要证据 {kind}。' },
    hint: { en: '[Did you mean {near}? ]It asks for: {kinds}.', zh: '[是否指 {near}？]所需证据：{kinds}。' },
  },
  'host/overtaken': {
    severity: 'error',
    sentence: { en: '{instance} was moved by someone else at the same moment.', zh: '{instance} 同时被他人推进。' },
    hint: { en: 'Nothing was changed. Try again.', zh: '没有任何改动。请重试。' },
  },
  'host/too-large': {
    severity: 'error',
    sentence: {
      en: 'The {what} of {instance} would be {size} bytes; at most {limit} are kept.',
      zh: '{instance} 的 {what} 将达 {size} 字节，最多保留 {limit} 字节。',
    },
    hint: { en: 'Attach large things as evidence.', zh: '请将大型内容作为证据附上。' },
  },
  'host/empty-comment': {
    severity: 'error',
    sentence: { en: 'The remark on {instance} says nothing.', zh: '对 {instance} 的备注没有内容。' },
    hint: { en: 'Write what others should know.', zh: '请写明需要告知他人的内容。' },
  },
  'host/evidence-elsewhere': {
    severity: 'error',
    sentence: { en: 'The evidence {kind} of {task} is an address.', zh: '{task} 的证据 {kind} 是一个网址。' },
    hint: { en: 'Its bytes are not kept here: open the address.', zh: '此处未保存其内容，请打开该网址。' },
  },
  'host/evidence-damaged': {
    severity: 'error',
    sentence: {
      en: 'The evidence {kind} of {task}[, “{name}”,] is not what was attached: its SHA-256 {sha256} does not fit.',
      zh: '{task} 的证据 {kind}[（“{name}”）]与附上时不同：其 SHA-256 {sha256} 不符。',
    },
    hint: {
      en: 'It was changed or lost outside the engine. Restore the store from a backup.',
      zh: '它在引擎之外被改动或丢失。请用备份恢复存储。',
    },
  },
} as const satisfies CatalogTable
