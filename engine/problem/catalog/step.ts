import type { CatalogTable } from './entry.ts'

/** Codes `step/…`: refusals of an event, a task or a start. */
export const stepCodes = {
  'step/refused': {
    severity: 'error',
    sentence: { en: 'Not yet: what is required does not hold.', zh: '尚不可行：要求未满足。' },
    hint: {
      en: 'Nothing was changed. Settle every reason below, then try again.',
      zh: '没有任何改动。请解决以下各项后重试。',
    },
  },
  'step/requirement': {
    severity: 'error',
    sentence: { en: '{requirement}', zh: '{requirement}' },
    hint: { en: 'The definition requires it.', zh: '这是流程定义的要求。' },
  },
  'step/not-complete': {
    severity: 'error',
    sentence: { en: 'The task is not complete.', zh: '任务尚不完整。' },
    hint: {
      en: 'Nothing was changed. Fill in or attach what is named below.',
      zh: '没有任何改动。请填写或附上以下内容。',
    },
  },
  'step/evidence-missing': {
    severity: 'error',
    sentence: { en: 'The evidence {title} ({kind}) is missing.', zh: '缺少证据“{title}”（{kind}）。' },
    hint: { en: 'Attach it: --evidence {kind}=FILE', zh: '请附上：--evidence {kind}=文件' },
  },
  'step/bad-input': {
    severity: 'error',
    sentence: { en: 'The input does not fit {process}.', zh: '输入不符合 {process} 的要求。' },
    hint: {
      en: 'Nothing was started. See what is declared under input.',
      zh: '没有启动任何流程。请查看 input 下的声明。',
    },
  },
  'step/unknown-event': {
    severity: 'error',
    sentence: { en: 'The process has no event {event}.', zh: '流程没有事件 {event}。' },
    hint: { en: '[Did you mean {near}? ]Expected now: {expected}.', zh: '[是否指 {near}？]现在等待的是：{expected}。' },
  },
  'step/event-not-expected': {
    severity: 'error',
    sentence: { en: 'Nobody takes {event} now[: {unheld}].', zh: '现在没有状态接受 {event}[：{unheld}]。' },
    hint: { en: 'Expected now: {expected}.', zh: '现在等待的是：{expected}。' },
  },
  'step/not-your-role': {
    severity: 'error',
    sentence: { en: '{person} may not send {event}.', zh: '{person} 无权发送 {event}。' },
    hint: { en: 'It is for: {roles}.', zh: '有权者：{roles}。' },
  },
  'step/processes-only': {
    severity: 'error',
    sentence: { en: 'Only processes send {event}.', zh: '{event} 只能由流程发送。' },
    hint: {
      en: 'Give the event a by: in the definition, if people are to send it.',
      zh: '若要由人发送，请在定义中为事件写明 by。',
    },
  },
  'step/task-not-open': {
    severity: 'error',
    sentence: { en: 'The task {task} is not open.', zh: '任务 {task} 未处于打开状态。' },
    hint: {
      en: 'It is done, superseded, or never was. See the open ones with: picket tasks',
      zh: '它已完成、被取代或不存在。查看未结任务：picket tasks',
    },
  },
  'step/task-aside': {
    severity: 'error',
    sentence: {
      en: 'The task {task} is put aside while its state is interrupted.',
      zh: '任务 {task} 所在状态被中断，任务暂时搁置。',
    },
    hint: { en: 'It comes back, as it was, when the interruption ends.', zh: '中断结束后它会原样恢复。' },
  },
  'step/task-is-approval': {
    severity: 'error',
    sentence: { en: 'The task {task} is decided, not completed.', zh: '任务 {task} 需要表决，而不是完成。' },
    hint: { en: 'Use: picket decide {task} approve|reject', zh: '请用：picket decide {task} approve|reject' },
  },
  'step/task-is-work': {
    severity: 'error',
    sentence: { en: 'The task {task} is completed, not decided.', zh: '任务 {task} 需要完成，而不是表决。' },
    hint: { en: 'Use: picket complete {task}', zh: '请用：picket complete {task}' },
  },
  'step/already-voted': {
    severity: 'error',
    sentence: { en: '{person} has decided {task} already.', zh: '{person} 已对 {task} 作出决定。' },
    hint: { en: 'A vote is not taken back.', zh: '表决不可撤回。' },
  },
  'step/voted-on-another-seat': {
    severity: 'error',
    sentence: { en: '{person} has voted already, on another seat.', zh: '{person} 已在另一席位投票。' },
    hint: { en: 'One person, one vote: another holder of the role decides.', zh: '一人一票：请由该角色的其他人决定。' },
  },
  'step/did-the-work': {
    severity: 'error',
    sentence: { en: '{person} did the work and may not decide on it.', zh: '{person} 完成了该工作，不得参与表决。' },
    hint: { en: 'Another holder of the role decides.', zh: '请由该角色的其他人决定。' },
  },
  'step/ended': {
    severity: 'error',
    sentence: { en: '{instance} has ended.', zh: '{instance} 已结束。' },
    hint: { en: 'An ended instance takes no more events.', zh: '已结束的实例不再接受事件。' },
  },
  'step/suspended': {
    severity: 'error',
    sentence: { en: '{instance} is suspended.', zh: '{instance} 已暂停。' },
    hint: { en: 'Resume it first: picket resume {instance}', zh: '请先恢复：picket resume {instance}' },
  },
  'step/not-suspended': {
    severity: 'error',
    sentence: { en: '{instance} is not suspended.', zh: '{instance} 未被暂停。' },
    hint: { en: 'There is nothing to resume.', zh: '无需恢复。' },
  },
  'step/timer-gone': {
    severity: 'error',
    sentence: { en: 'The timer {timer} is gone.', zh: '计时器 {timer} 已不存在。' },
    hint: { en: 'Its state was left, or it fired already.', zh: '其状态已离开，或计时器已触发。' },
  },
  'step/timer-not-due': {
    severity: 'error',
    sentence: { en: 'The timer {timer} is not due before {due}.', zh: '计时器 {timer} 在 {due} 之前不会到期。' },
    hint: { en: 'Wait for it.', zh: '请等待。' },
  },
  'step/wait-gone': {
    severity: 'error',
    sentence: { en: 'Nothing waits for {wait} any more.', zh: '已没有状态等待 {wait}。' },
    hint: { en: 'Its state was left in the meantime.', zh: '其状态已离开。' },
  },
  'step/no-incident': {
    severity: 'error',
    sentence: { en: 'There is no incident {incident} to retry.', zh: '没有可重试的故障 {incident}。' },
    hint: { en: 'See the incidents with: picket show', zh: '查看故障：picket show' },
  },
  'step/expression-failed': {
    severity: 'error',
    sentence: { en: 'An expression of the definition has no answer.', zh: '定义中的表达式无法得出结果。' },
    hint: { en: 'Nothing was changed. The reason stands below.', zh: '没有任何改动。原因如下。' },
  },
  'step/endless': {
    severity: 'error',
    sentence: {
      en: 'The step sets off more than {limit} moves by itself.',
      zh: '此步骤自行引发的移动超过 {limit} 次。',
    },
    hint: {
      en: 'Moves without an event go round in a circle: break it in the definition.',
      zh: '无事件的移动形成循环：请在定义中打断。',
    },
  },
} as const satisfies CatalogTable
