import type { CatalogTable } from './entry.ts'

/** Codes `lint/…`: what a definition would do wrong at run time. */
export const lintCodes = {
  'lint/unreachable-state': {
    severity: 'error',
    sentence: { en: 'Nothing ever leads to {state}.', zh: '没有任何转移通向 {state}。' },
    hint: {
      en: 'Name it as a target, open it if it stands beside the flow, or remove it.',
      zh: '请把它写为某个转移的目标；若为旁路任务请用 open 打开；否则请删除。',
    },
  },
  'lint/no-way-out': {
    severity: 'error',
    sentence: {
      en: 'From {state} no end can be reached: an instance would stay there for ever.',
      zh: '从 {state} 无法到达任何结束状态：实例会永远停在那里。',
    },
    hint: {
      en: 'Add a transition that leads on, or say endless: true for the process.',
      zh: '请添加通向结束的转移，或在流程上写 endless: true。',
    },
  },
  'lint/endless-always': {
    severity: 'error',
    sentence: {
      en: 'The always of {state} leads back to itself without any guard: it would never come to rest.',
      zh: '{state} 的 always 没有任何条件就回到自身：永远不会停下。',
    },
    hint: { en: 'Give one of the transitions a guard.', zh: '请为其中一个转移加上 guard。' },
  },
  'lint/ending-not-taken': {
    severity: 'error',
    sentence: {
      en: 'Nothing follows when the work of {state} ends with {ending}.',
      zh: '{state} 的工作以 {ending} 结束时没有后续。',
    },
    hint: { en: 'Add {ending} under on.', zh: '请在 on 下添加 {ending}。' },
  },
  'lint/sure-branch': {
    severity: 'error',
    sentence: {
      en: 'All guards of {ending} may be false: {state} would be over and nothing would follow.',
      zh: '{ending} 的所有条件可能都不成立：{state} 已结束却没有后续。',
    },
    hint: { en: 'Add a last transition without a guard.', zh: '请在最后添加一个没有 guard 的转移。' },
  },
  'lint/ending-stays': {
    severity: 'error',
    sentence: {
      en: 'The work of {state} ends with {ending} and the state stays where it is, with nothing to do.',
      zh: '{state} 的工作以 {ending} 结束，状态却停在原处，无事可做。',
    },
    hint: {
      en: 'Give it a target; if it is meant so, say stay: true.',
      zh: '请写明 target；若有意如此，请写 stay: true。',
    },
  },
  'lint/event-nobody-sends': {
    severity: 'error',
    sentence: {
      en: 'Nobody may send {event}: it names no roles, and no process of the project sends it.',
      zh: '没有人可以发送 {event}：没有写明角色，项目中也没有流程发送它。',
    },
    hint: { en: 'Name the roles that may send it under by.', zh: '请在 by 下写明可以发送的角色。' },
  },
  'lint/event-never-taken': {
    severity: 'error',
    sentence: { en: 'No state takes {event}: it would always be refused.', zh: '没有状态接受 {event}：它总会被拒绝。' },
    hint: { en: 'Take it under on of a state, or remove it.', zh: '请在某个状态的 on 下处理，或删除。' },
  },
  'lint/requires-nobody': {
    severity: 'error',
    sentence: {
      en: 'This move of {state} happens by itself, so that there is nobody whom its requirements could refuse.',
      zh: '{state} 的此转移自动发生，其 requires 没有可以拒绝的对象。',
    },
    hint: { en: 'Choose with a guard instead.', zh: '请改用 guard 选择。' },
  },
  'lint/no-deadline': {
    severity: 'warning',
    sentence: {
      en: '{state} asks people for work without a due time: it may wait for ever and nobody is told.',
      zh: '{state} 的人工工作没有到期时间：可能一直等待而无人知晓。',
    },
    hint: { en: 'Add due and what follows when it is late.', zh: '请添加 due 以及逾期的后果。' },
  },
  'lint/no-consequence': {
    severity: 'error',
    sentence: {
      en: 'The due time of {state} has no consequence: it would pass and nothing would happen.',
      zh: '{state} 的到期时间没有后果：到期后什么也不会发生。',
    },
    hint: {
      en: 'Add late: up, a role or an end; for the whole process or project late stands at its top.',
      zh: '请添加 late：up、角色或 end；整个流程或项目的 late 写在最上层。',
    },
  },
  'lint/no-calendar': {
    severity: 'error',
    sentence: {
      en: 'There is no calendar[ {calendar}] to count work days and work hours on.',
      zh: '没有可用于计算工作日和工作时间的日历[ {calendar}]。',
    },
    hint: {
      en: "Name one under calendar; it must be among the project's documents.",
      zh: '请在 calendar 下写明；它必须在项目的文档之中。',
    },
  },
  'lint/unknown-role': {
    severity: 'error',
    sentence: { en: 'The organisation has no role {role}.', zh: '组织中没有角色 {role}。' },
    hint: {
      en: '[Did you mean {near}? ]Roles are declared in the organisation.',
      zh: '[是否指 {near}？]角色在组织文档中声明。',
    },
  },
  'lint/role-held-by-nobody': {
    severity: 'warning',
    sentence: {
      en: 'Nobody holds the role {role}: nobody could act for it.',
      zh: '没有人担任角色 {role}：无人能以它行事。',
    },
    hint: { en: 'Give it to somebody in the organisation.', zh: '请在组织中指定担任者。' },
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
  'lint/rule-failed': {
    severity: 'error',
    sentence: { en: 'The rule {rule} failed: {detail}', zh: '规则 {rule} 执行失败：{detail}' },
    hint: { en: 'This is a fault of the engine; please report it.', zh: '这是引擎的缺陷，请报告。' },
  },
} as const satisfies CatalogTable
