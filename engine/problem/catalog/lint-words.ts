import type { CatalogTable } from './entry.ts'

/** Codes `lint/…`: what a definition says, and what it says for nothing. */
export const wordCodes = {
  'lint/never-used': {
    severity: 'warning',
    sentence: {
      en: '{name} under {section} is never used: to change it would change nothing.',
      zh: '{section} 下的 {name} 从未使用：改动它不会有任何影响。',
    },
    hint: {
      en: 'Use it, or remove it.',
      zh: '请使用它，或删除。',
    },
  },
  'lint/never-read': {
    severity: 'warning',
    sentence: {
      en: 'The data {name} is never read: it would be kept and nobody would find it.',
      zh: '数据 {name} 从未被读取：会被保存，却没有人能找到。',
    },
    hint: {
      en: 'Read it, give it in an output, mark it index: true for reports, or remove it.',
      zh: '请读取它、在 output 中给出、标注 index: true 供报表使用，或删除。',
    },
  },
  'lint/never-filled': {
    severity: 'error',
    sentence: {
      en: 'The data {name} is read and nothing ever fills it: it would always be absent.',
      zh: '数据 {name} 会被读取，却没有任何地方填写：它会一直为空。',
    },
    hint: {
      en: 'Assign it, ask for it in a form, or give it a default.',
      zh: '请为它赋值、在表单中填写，或写明 default。',
    },
  },
  'lint/figure': {
    severity: 'warning',
    sentence: {
      en: 'The figure {figure} stands in an expression: a project could not change it without changing the process.',
      zh: '数字 {figure} 写在表达式里：项目不改动流程就无法改变它。',
    },
    hint: {
      en: 'Declare it under params and read it from there.',
      zh: '请在 params 下声明，并从那里读取。',
    },
  },
  'lint/missing-text': {
    severity: 'error',
    sentence: {
      en: 'The text of {what} is missing in {language}: its readers would see another language.',
      zh: '{what} 的文字缺少 {language}：读者会看到另一种语言。',
    },
    hint: { en: 'Add {language} to the text.', zh: '请在该文字中补上 {language}。' },
  },
  'lint/waits-text': {
    severity: 'error',
    sentence: {
      en: '{state} waits and does not say for what: nobody could tell why nothing happens.',
      zh: '{state} 在等待却没有写明等什么：没有人能看出为何没有进展。',
    },
    hint: { en: 'Add waits with a text.', zh: '请添加 waits 文字。' },
  },
  'lint/no-example': {
    severity: 'warning',
    sentence: {
      en: 'The field {field} must be filled and has no example: a rehearsal would end here.',
      zh: '字段 {field} 必须填写，却没有示例：预演会在此结束。',
    },
    hint: {
      en: 'Give it an example, or answer it in the script of the rehearsal.',
      zh: '请写明 example，或在预演脚本中作答。',
    },
  },
  'lint/no-answer': {
    severity: 'warning',
    sentence: {
      en: 'The action {action} has no answer for rehearsals: a rehearsal would end here.',
      zh: '动作 {action} 没有预演用的应答：预演会在此结束。',
    },
    hint: {
      en: 'Declare rehearse in its plugin.',
      zh: '请在其插件中声明 rehearse。',
    },
  },
  'lint/never-sent': {
    severity: 'warning',
    sentence: {
      en: '{state} waits for {events}, which a rehearsal may not send: it would end here.',
      zh: '{state} 等待 {events}，而预演不能发送它们：预演会在此结束。',
    },
    hint: {
      en: 'Name roles under by and give one of them odds above 0, or send it in the script of the rehearsal.',
      zh: '请在 by 下写明角色，并为其中之一写上大于 0 的 odds，或在预演脚本中发送。',
    },
  },
} as const satisfies CatalogTable
