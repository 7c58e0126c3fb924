import type { CatalogTable } from './entry.ts'

/** Codes `rehearsal/…`: what a rehearsal lacks, and what cannot be rehearsed. */
export const rehearsalCodes = {
  'rehearsal/unknown-process': {
    severity: 'error',
    sentence: { en: 'There is no process {process} to rehearse.', zh: '没有可供预演的流程 {process}。' },
    hint: { en: 'See: picket processes', zh: '请查看：picket processes' },
  },
  'rehearsal/no-example': {
    severity: 'error',
    sentence: {
      en: 'The field {field} of {where} has no example and the script does not answer it.',
      zh: '{where} 的字段 {field} 没有示例，脚本中也没有给出。',
    },
    hint: {
      en: 'Give the field an example: or answer it in the script.',
      zh: '请为字段写明 example，或在脚本中作答。',
    },
  },
  'rehearsal/nobody': {
    severity: 'error',
    sentence: { en: 'Nobody may do {where}: it is for {roles}.', zh: '没有人可以办理 {where}：它属于 {roles}。' },
    hint: {
      en: 'Give somebody the role, or one more person who did not do the work it judges.',
      zh: '请为某人分配该角色，或增加一位未参与该工作的人员。',
    },
  },
  'rehearsal/no-answer': {
    severity: 'error',
    sentence: { en: 'The action {action} has no answer for a rehearsal.', zh: '动作 {action} 没有预演用的应答。' },
    hint: {
      en: 'A rehearsal reaches no world: declare rehearse: in the plugin.',
      zh: '预演不接触外部系统：请在插件中声明 rehearse。',
    },
  },
  'rehearsal/waits': {
    severity: 'error',
    sentence: {
      en: '{instance} stands in {state}[ and waits for {waits}].',
      zh: '{instance} 停在 {state}[，等待{waits}]。',
    },
    hint: {
      en: 'Nothing is due any more: no task, no timer, and no event that a rehearsal may send.',
      zh: '已无任何待办：没有任务、计时，也没有预演可以发送的事件。',
    },
  },
  'rehearsal/not-taken': {
    severity: 'error',
    sentence: {
      en: '{instance} does not take what {state} waits for: {what}.',
      zh: '{instance} 未接受 {state} 所等待的：{what}。',
    },
    hint: { en: 'It was tried after every move, to the end.', zh: '每次变动后都已重试，直到结束。' },
  },
  'rehearsal/incident': {
    severity: 'error',
    sentence: { en: '{instance} cannot move on from {state}: {code}.', zh: '{instance} 无法从 {state} 继续：{code}。' },
    hint: { en: 'What is due there fails. Correct the definition.', zh: '该处到期的动作失败。请修正流程定义。' },
  },
  'rehearsal/endless': {
    severity: 'error',
    sentence: {
      en: '{process} does not end within {steps} steps and {years} years.',
      zh: '{process} 在 {steps} 步、{years} 年之内没有结束。',
    },
    hint: { en: 'Look at what repeats at the end of the film.', zh: '请查看影片末尾重复的部分。' },
  },
  'rehearsal/script-shape': {
    severity: 'error',
    sentence: { en: 'The script has no {path} of this form.', zh: '脚本中的 {path} 不是可用的形式。' },
    hint: { en: '[Did you mean {near}? ]Expected: {expected}.', zh: '[是否指 {near}？]应为：{expected}。' },
  },
  'rehearsal/script-unknown-state': {
    severity: 'error',
    sentence: {
      en: 'The script names {state} under {part}, which fits no state.',
      zh: '脚本在 {part} 下写了 {state}，但没有对应的状态。',
    },
    hint: { en: '[Did you mean {near}?]', zh: '[是否指 {near}？]' },
  },
} as const satisfies CatalogTable
