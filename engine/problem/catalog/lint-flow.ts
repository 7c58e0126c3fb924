import type { CatalogTable } from './entry.ts'

/** Codes `lint/…`: where a definition leads and where it does not. */
export const flowCodes = {
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
      en: 'The always of {state} leads back to itself, and nothing on the way can end it: it would never come to rest.',
      zh: '{state} 的 always 会回到自身，途中没有任何东西能使其停止：永远不会停下。',
    },
    hint: {
      en: 'Give one of the transitions a guard that something on the way can change.',
      zh: '请为其中一个转移加上途中会发生变化的 guard。',
    },
  },
  'lint/move-never-taken': {
    severity: 'error',
    sentence: {
      en: 'This move of {state} can never be taken: those before it hold wherever it does.',
      zh: '{state} 的此转移永远不会发生：凡它成立之处，前面的转移已先成立。',
    },
    hint: {
      en: 'Put it before them, or remove it; the first whose guard holds is taken.',
      zh: '请把它移到前面，或删除；第一个 guard 成立的转移会被采用。',
    },
  },
  'lint/guard-never-holds': {
    severity: 'error',
    sentence: {
      en: 'The guard {guard} of {state} contradicts itself: its move could never be taken.',
      zh: '{state} 的条件 {guard} 自相矛盾：其转移永远不会发生。',
    },
    hint: {
      en: 'Look at its comparisons.',
      zh: '请检查其中的比较。',
    },
  },
  'lint/guards-overlap': {
    severity: 'warning',
    sentence: {
      en: '{guard} and {other} both hold for some values: in {state} the first of the two would be taken for them.',
      zh: '{guard} 与 {other} 对某些值同时成立：在 {state} 中会采用前一个。',
    },
    hint: {
      en: 'Let one begin where the other ends.',
      zh: '请让一个的起点与另一个的终点相接。',
    },
  },
  'lint/guard-reads-assigned': {
    severity: 'warning',
    sentence: {
      en: 'The guard reads {field}, which the same transition assigns: it sees what was there before.',
      zh: '该条件读取 {field}，而同一转移正要给它赋值：它看到的是之前的值。',
    },
    hint: {
      en: 'To decide on the new value, assign here and go to a state with always.',
      zh: '若要依新值判断，请在此赋值并转到带 always 的状态。',
    },
  },
  'lint/sure-branch': {
    severity: 'error',
    sentence: {
      en: 'All guards of {ending} may be false: {state} would be over and nothing would follow.',
      zh: '{ending} 的所有条件可能都不成立：{state} 已结束却没有后续。',
    },
    hint: { en: 'Add a last transition without a guard.', zh: '请在最后添加一个没有 guard 的转移。' },
  },
  'lint/ending-not-taken': {
    severity: 'error',
    sentence: {
      en: 'Nothing follows when the work of {state} ends with {ending}.',
      zh: '{state} 的工作以 {ending} 结束时没有后续。',
    },
    hint: { en: 'Add {ending} under on.', zh: '请在 on 下添加 {ending}。' },
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
  'lint/history-never-left': {
    severity: 'error',
    sentence: {
      en: 'Nothing ever leaves {parent}: the history {state} would have nothing to go back to.',
      zh: '没有任何转移离开 {parent}：历史状态 {state} 没有可返回之处。',
    },
    hint: {
      en: 'Put the history inside what is interrupted, and what interrupts it outside.',
      zh: '请把历史状态放在被打断的状态之内，把打断它的放在其外。',
    },
  },
  'lint/event-in-two-regions': {
    severity: 'error',
    sentence: {
      en: '{event} is taken by {state} and by {other}, in two regions of {parallel}: one event would move both.',
      zh: '{event} 会被 {parallel} 两个区域中的 {state} 与 {other} 同时接受：一个事件会使两处都转移。',
    },
    hint: {
      en: "Tell them apart by a field of the event, such as event.step == 'a'; or take the event in one place.",
      zh: "请用事件的字段区分，例如 event.step == 'a'；或只在一处接受该事件。",
    },
  },
  'lint/bypassed-step': {
    severity: 'warning',
    sentence: {
      en: '{state} reads {field}, which only {step} fills in, and a way leads to it around {step}: there it would be absent, and the move refused.',
      zh: '{state} 读取 {field}，它只在 {step} 中填写，而有路径绕过 {step} 到达：那时它为空，转移会被拒绝。',
    },
    hint: {
      en: 'Lead every way through {step}, assign {field} on the other one, or ask has() first.',
      zh: '请让所有路径都经过 {step}，或在另一条路径上为 {field} 赋值，或先用 has() 判断。',
    },
  },
  'lint/shared-name': {
    severity: 'warning',
    sentence: {
      en: '{name} means {meant} here, since the nearest counts; {other} has the same name and would not be entered.',
      zh: '此处 {name} 指最近的 {meant}；{other} 同名，不会进入。',
    },
    hint: {
      en: 'Rename one of them; if the other is meant, write its path from the root: /a.b',
      zh: '请为其中之一改名；若指另一个，请从根写出路径：/a.b',
    },
  },
  'lint/idle-key': {
    severity: 'error',
    sentence: {
      en: '{key} does nothing at this transition of {state}.',
      zh: '{key} 在 {state} 的此转移上不起作用。',
    },
    hint: {
      en: 'Remove it. by and odds belong to events, stay to endings, leave to moves that leave children, escalate to states with tasks.',
      zh: '请删除。by 和 odds 用于事件，stay 用于结束，leave 用于离开子流程的转移，escalate 用于有任务的状态。',
    },
  },
} as const satisfies CatalogTable
