import type { CatalogTable } from './entry.ts'

/** Codes `lint/…`: who does the work of a definition, and when. */
export const workCodes = {
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
  'lint/event-not-heard': {
    severity: 'error',
    sentence: {
      en: 'Nobody takes {event}[ in {processes}]: what is sent would be refused, or come to no one.',
      zh: '[{processes} 中]没有人接受 {event}：发送后会被拒绝，或无人收到。',
    },
    hint: {
      en: 'Take it in the process it is sent to, or send an event that is taken.',
      zh: '请在接收流程中处理它，或发送被接受的事件。',
    },
  },
  'lint/sent-data': {
    severity: 'error',
    sentence: {
      en: 'What is sent with {event} does not fit what {process} takes: {fields}.',
      zh: '随 {event} 发送的内容不符合 {process} 的声明：{fields}。',
    },
    hint: {
      en: 'Give every field that must be filled, no other, and each of its type.',
      zh: '请给出每个必填字段，不要多余字段，且类型相符。',
    },
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
  'lint/due-outside-hours': {
    severity: 'warning',
    sentence: {
      en: 'What {state} opens at {opened} would be due at {due}, when nobody works: hours are counted by the clock.',
      zh: '{state} 在 {opened} 开启的工作会在 {due} 到期，那时无人上班：小时按自然时间计算。',
    },
    hint: {
      en: 'Count workhours, or whole days.',
      zh: '请改用 workhours，或整天数。',
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
  'lint/veto-without-seat': {
    severity: 'error',
    sentence: {
      en: '{role} has a veto in {state} and no seat: it would never be asked.',
      zh: '{role} 在 {state} 有否决权却没有席位：永远不会被征询。',
    },
    hint: {
      en: 'Give the role a seat under of, or take the veto away.',
      zh: '请在 of 下给该角色一个席位，或去掉否决权。',
    },
  },
  'lint/not-by-nobody': {
    severity: 'error',
    sentence: {
      en: 'Nobody does anything in {other}: its notBy would keep nobody from voting in {state}.',
      zh: '{other} 中没有人办理任何工作：{state} 的 notBy 不会限制任何人投票。',
    },
    hint: {
      en: 'Name the state whose doers may not vote.',
      zh: '请写明其办理人不得投票的状态。',
    },
  },
  'lint/unknown-plugin': {
    severity: 'error',
    sentence: {
      en: 'There is no plugin {plugin}: what it offers could not be done.',
      zh: '没有插件 {plugin}：它提供的工作无法执行。',
    },
    hint: {
      en: '[Did you mean {near}? ]Give the project the plugin, or remove the name.',
      zh: '[是否指 {near}？]请为项目提供该插件，或删除此名称。',
    },
  },
  'lint/plugin-version': {
    severity: 'error',
    sentence: {
      en: 'The plugin {plugin} is at {version}, and the process was written for {range}: its actions may do something else.',
      zh: '插件 {plugin} 的版本是 {version}，而流程是为 {range} 写的：其动作的行为可能不同。',
    },
    hint: {
      en: 'Take a version in the range, or try the process with this one and widen the range.',
      zh: '请使用该范围内的版本，或用此版本试运行流程后放宽范围。',
    },
  },
  'lint/plugin-not-named': {
    severity: 'warning',
    sentence: {
      en: 'The plugin {plugin} of {action} does not stand under plugins: any version of it would do the work.',
      zh: '{action} 的插件 {plugin} 没有写在 plugins 下：任何版本都会执行该工作。',
    },
    hint: {
      en: 'Name it under plugins, with the range the process was written for.',
      zh: '请在 plugins 下写明它以及流程所适用的版本范围。',
    },
  },
} as const satisfies CatalogTable
