import type { CatalogTable } from './entry.ts'

/** Codes `people/…`: who acts, and what they may not do. */
export const peopleCodes = {
  'people/unknown-person': {
    severity: 'error',
    sentence: { en: 'Nobody in the organisation is called “{person}”.', zh: '组织中没有“{person}”这个人。' },
    hint: {
      en: '[Did you mean “{near}”? ]People are named by their id and loaded with `people load`.',
      zh: '[是否想写“{near}”？]人员以其 id 指称，并用 `people load` 载入。',
    },
  },
  'people/unknown-role': {
    severity: 'error',
    sentence: {
      en: '“{person}” holds the role “{role}”, which does not exist.',
      zh: '“{person}”担任的角色“{role}”不存在。',
    },
    hint: {
      en: '[Did you mean “{near}”? ]Declare the role under roles, or take it off the person.',
      zh: '[是否想写“{near}”？]请在 roles 中声明该角色，或从此人处删去。',
    },
  },
  'people/unknown-superior': {
    severity: 'error',
    sentence: {
      en: '“{person}” reports to “{superior}”, who is not in the organisation.',
      zh: '“{person}”的上级“{superior}”不在组织中。',
    },
    hint: {
      en: '[Did you mean “{near}”? ]Add the superior under people, or correct reportsTo.',
      zh: '[是否想写“{near}”？]请在 people 中加入该上级，或更正 reportsTo。',
    },
  },
  'people/superior-cycle': {
    severity: 'error',
    sentence: {
      en: 'These people report to one another in a circle: {people}. Late work would be escalated round and round.',
      zh: '以下人员的上级关系构成循环：{people}。逾期工作会无休止地轮转上报。',
    },
    hint: { en: 'Take reportsTo off the one at the top.', zh: '请删去最高一级人员的 reportsTo。' },
  },
  'people/same-id': {
    severity: 'error',
    sentence: { en: '“{id}” is both a person and a role.', zh: '“{id}”既是人员又是角色。' },
    hint: {
      en: 'Rename one of them: an escalation names either, and must be clear.',
      zh: '请改掉其中一个：上报时两者都可能被指名，必须能区分。',
    },
  },
  'people/ladder-of-unknown-role': {
    severity: 'error',
    sentence: {
      en: 'The ladder of “{role}” names the role “{name}”, which does not exist.',
      zh: '“{role}”的上报阶梯中的角色“{name}”不存在。',
    },
    hint: {
      en: '[Did you mean “{near}”? ]Declare the role under roles, or correct the ladder.',
      zh: '[是否想写“{near}”？]请在 roles 中声明该角色，或更正阶梯。',
    },
  },
  'people/role-held-by-nobody': {
    severity: 'warning',
    sentence: {
      en: 'Nobody holds the role “{role}”: its work would lie undone.',
      zh: '无人担任角色“{role}”：其工作将无人处理。',
    },
    hint: { en: 'Give the role to somebody under people.', zh: '请在 people 中让某人担任该角色。' },
  },
  'people/may-not-send': {
    severity: 'error',
    sentence: {
      en: '“{person}” may not send {event}; these roles may: {roles}.',
      zh: '“{person}”无权发送 {event}；有权的角色：{roles}。',
    },
    hint: { en: 'Ask somebody who holds one of the roles.', zh: '请让担任其中一个角色的人来发送。' },
  },
  'people/only-processes-send': {
    severity: 'error',
    sentence: { en: '{event} is sent by processes only, not by people.', zh: '{event} 只能由流程发送，人员不能发送。' },
    hint: {
      en: 'To let people send it, name their roles under `by` of the event.',
      zh: '若要允许人员发送，请在该事件的 `by` 中写上角色。',
    },
  },
  'people/claimed-by-other': {
    severity: 'error',
    sentence: { en: 'The task {task} was taken by “{assignee}”.', zh: '任务 {task} 已由“{assignee}”认领。' },
    hint: {
      en: 'Ask “{assignee}” to release it, or have it assigned to you.',
      zh: '请让“{assignee}”释放任务，或请人改派给您。',
    },
  },
  'people/task-of-other': {
    severity: 'error',
    sentence: {
      en: 'The task {task} is for “{owner}”, not for “{person}”.',
      zh: '任务 {task} 属于“{owner}”，不属于“{person}”。',
    },
    hint: { en: 'Ask “{owner}” to do it.', zh: '请由“{owner}”处理。' },
  },
  'people/lacks-role': {
    severity: 'error',
    sentence: {
      en: 'The task {task} is for the role “{role}”, which “{person}” does not hold.',
      zh: '任务 {task} 属于角色“{role}”，“{person}”不担任该角色。',
    },
    hint: { en: 'Ask somebody who holds the role.', zh: '请由担任该角色的人处理。' },
  },
  'people/excluded': {
    severity: 'error',
    sentence: {
      en: '“{person}” may not decide {task}: the work it judges is their own.',
      zh: '“{person}”不能裁决 {task}：所评判的正是其本人的工作。',
    },
    hint: { en: 'Let another holder of the role decide.', zh: '请由担任该角色的其他人裁决。' },
  },
  'people/not-claimed': {
    severity: 'error',
    sentence: { en: 'Nobody has taken the task {task}.', zh: '任务 {task} 尚无人认领。' },
    hint: { en: 'There is nothing to release.', zh: '无需释放。' },
  },
  'people/may-not-release': {
    severity: 'error',
    sentence: {
      en: '“{person}” may not release the task {task}, which “{assignee}” has taken.',
      zh: '“{person}”无权释放由“{assignee}”认领的任务 {task}。',
    },
    hint: {
      en: '“{assignee}”, their superiors and those it was escalated to may.',
      zh: '“{assignee}”本人、其上级以及任务上报到的人可以释放。',
    },
  },
  'people/may-not-assign': {
    severity: 'error',
    sentence: { en: '“{person}” may not assign the task {task}.', zh: '“{person}”无权分派任务 {task}。' },
    hint: {
      en: 'Who may complete it, their superiors and those it is escalated to may.',
      zh: '有权完成任务的人、其上级以及任务上报到的人可以分派。',
    },
  },
  'people/may-not-control': {
    severity: 'error',
    sentence: {
      en: '“{person}” may not {operation} the instance; these roles may: {roles}.',
      zh: '“{person}”无权对实例执行 {operation}；有权的角色：{roles}。',
    },
    hint: { en: 'Ask somebody who holds one of the roles.', zh: '请让担任其中一个角色的人来执行。' },
  },
  'people/nobody-controls': {
    severity: 'error',
    sentence: {
      en: 'The process {process} says nobody who may {operation} its instances.',
      zh: '流程 {process} 没有规定谁可以对其实例执行 {operation}。',
    },
    hint: { en: 'Name the roles under `control:` of the process.', zh: '请在流程的 `control:` 中写上角色。' },
  },
  'people/nobody-erases': {
    severity: 'error',
    sentence: {
      en: 'The project lets nobody erase what the store holds of a person.',
      zh: '本项目没有授权任何人擦除存储中某人的内容。',
    },
    hint: {
      en: 'Name the roles that may in picket.yaml, under control, erase.',
      zh: '请在 picket.yaml 的 control 下以 erase 指明角色。',
    },
  },
  'people/may-not-erase': {
    severity: 'error',
    sentence: {
      en: '“{person}” may not erase what the store holds of a person.',
      zh: '“{person}”无权擦除存储中某人的内容。',
    },
    hint: { en: 'These roles may: {roles}.', zh: '有权的角色：{roles}。' },
  },
} as const satisfies CatalogTable
