import type { CatalogTable } from './entry.ts'

/** Codes `doctor/…`: what is wrong with a project, its store and what runs in it. */
export const doctorCodes = {
  'doctor/old-node': {
    severity: 'error',
    sentence: {
      en: 'This is Node {found}; at least {needed} is needed.',
      zh: '当前 Node 版本为 {found}，至少需要 {needed}。',
    },
    hint: { en: 'Install a newer Node.', zh: '请安装更新的 Node。' },
  },
  'doctor/project-faulty': {
    severity: 'error',
    sentence: {
      en: 'The project cannot be used as it stands: {errors} faults. Its store was not looked at.',
      zh: '项目目前无法使用：{errors}个问题。未检查其存储。',
    },
    hint: { en: 'See each with its place: picket check', zh: '查看各处问题：picket check' },
  },
  'doctor/project-warns': {
    severity: 'warning',
    sentence: { en: 'The definitions have {warnings} warnings.', zh: '定义中有{warnings}个警告。' },
    hint: { en: 'See each with its place: picket check', zh: '查看各处警告：picket check' },
  },
  'doctor/calendar-ends': {
    severity: 'warning',
    sentence: {
      en: 'The holidays of the calendar {calendar} are known through {through} only.',
      zh: '日历 {calendar} 的节假日仅确定至 {through}。',
    },
    hint: {
      en: 'Add those of the next year and move validThrough; later due times are estimates.',
      zh: '请补充下一年的节假日并调整 validThrough；此后的期限为估算。',
    },
  },
  'doctor/calendar-over': {
    severity: 'warning',
    sentence: {
      en: 'The holidays of the calendar {calendar} were known through {through}: all due times are estimates now.',
      zh: '日历 {calendar} 的节假日只确定到 {through}：现在所有期限均为估算。',
    },
    hint: { en: 'Add the holidays and move validThrough.', zh: '请补充节假日并调整 validThrough。' },
  },
  'doctor/no-store': {
    severity: 'warning',
    sentence: { en: 'There is no store yet at {store}.', zh: '{store} 处尚无存储。' },
    hint: {
      en: 'The first command that needs it makes it: picket people load FILE --as PERSON',
      zh: '首个需要它的命令会建立：picket people load 文件 --as 人员',
    },
  },
  'doctor/older-schema': {
    severity: 'warning',
    sentence: {
      en: 'The store {store} has schema {found}; this program knows {known}. What runs in it was not looked at.',
      zh: '存储 {store} 的结构版本为 {found}，本程序为 {known}。未检查其中的实例。',
    },
    hint: {
      en: 'Keep a copy of the file. The next command that uses it brings it to the present schema.',
      zh: '请保留文件副本；下一个使用它的命令会将其升级。',
    },
  },
  'doctor/long-log': {
    severity: 'warning',
    sentence: {
      en: 'The log beside {store} has grown to {megabytes} MB: it could not be folded in.',
      zh: '{store} 旁的日志文件已达 {megabytes} MB：无法并入主文件。',
    },
    hint: {
      en: 'A program reads the store without end. Stop what you do not need; the last to close folds the log in.',
      zh: '有程序一直在读取存储。请停止不需要的程序；最后关闭者会并入日志。',
    },
  },
  'doctor/little-room': {
    severity: 'error',
    sentence: { en: 'The disk of {store} has {megabytes} MB left.', zh: '{store} 所在磁盘仅剩 {megabytes} MB。' },
    hint: { en: 'Make room before it is full: then nothing can be written.', zh: '请尽快清理；磁盘满后将无法写入。' },
  },
  'doctor/nobody-loaded': {
    severity: 'error',
    sentence: { en: 'Nobody is loaded into the store, so nobody can act.', zh: '存储中尚未载入人员，无人可以操作。' },
    hint: { en: 'Load them: picket people load FILE --as PERSON', zh: '请载入：picket people load 文件 --as 人员' },
  },
  'doctor/roles-unheld': {
    severity: 'error',
    sentence: {
      en: 'In the store nobody holds the roles {roles}: their work would lie undone.',
      zh: '存储中无人担任角色 {roles}：其工作将无人处理。',
    },
    hint: {
      en: 'Give them to somebody in the organisation, then: picket people load FILE --as PERSON',
      zh: '请在组织中安排人员，然后：picket people load 文件 --as 人员',
    },
  },
  'doctor/incidents': {
    severity: 'error',
    sentence: {
      en: 'Work failed for good in {instances} ({count} in all) and waits for a retry.',
      zh: '{instances} 中有工作最终失败（共{count}项），等待重试。',
    },
    hint: {
      en: 'See why with picket show INSTANCE, put it right, then: picket retry INSTANCE --as PERSON',
      zh: '用 picket show 实例 查看原因，处理后：picket retry 实例 --as 人员',
    },
  },
  'doctor/overdue-timers': {
    severity: 'error',
    sentence: {
      en: 'Timers of {count} instances are overdue, the first by {late} ({instance}): no worker runs.',
      zh: '{count}个实例的计时器已过期，最早的已过{late}（{instance}）：没有工作进程在运行。',
    },
    hint: { en: 'Start one and leave it running: picket run', zh: '请启动并保持运行：picket run' },
  },
  'doctor/overdue-effects': {
    severity: 'error',
    sentence: {
      en: '{count} effects wait to be performed, the first for {late} ({instance}): no worker runs.',
      zh: '{count}个动作等待执行，最早的已等{late}（{instance}）：没有工作进程在运行。',
    },
    hint: { en: 'Start one and leave it running: picket run', zh: '请启动并保持运行：picket run' },
  },
  'doctor/held-work': {
    severity: 'warning',
    sentence: {
      en: 'Due work of {instance} is held by {by} and not finished; it becomes free in {left}.',
      zh: '{instance} 的到期工作由 {by} 占用而未完成；{left}后释放。',
    },
    hint: {
      en: 'If that worker hangs, end it: another takes the work up once it is free.',
      zh: '若该进程已停滞，请结束它；释放后由其他进程接手。',
    },
  },
  'doctor/failing-effect': {
    severity: 'warning',
    sentence: {
      en: 'The effect {effect} failed {attempts} times and will be tried again: {error}',
      zh: '动作 {effect} 已失败{attempts}次，将再次尝试：{error}',
    },
    hint: {
      en: 'Put right what it needs; when its attempts are used up it waits for a retry.',
      zh: '请处理其所需条件；尝试次数用尽后需手动重试。',
    },
  },
  'doctor/older-definition': {
    severity: 'warning',
    sentence: {
      en: '{count} instances run on {process} {version} as it was; on disk is {newer} ({example}).',
      zh: '{count}个实例仍依据 {process} {version} 的旧内容运行；文件中为 {newer}（{example}）。',
    },
    hint: {
      en: 'That is as it should be: an instance keeps the definition it was started with.',
      zh: '这是正常的：实例始终依据启动时的定义运行。',
    },
  },
  'doctor/journal-broken': {
    severity: 'error',
    sentence: { en: 'The journal of {instance} does not hold.', zh: '{instance} 的日志验证失败。' },
    hint: {
      en: 'Keep the file as it is, and restore a copy: picket journal verify INSTANCE says whether that one holds.',
      zh: '请保留原文件并恢复副本；可用 picket journal verify 实例 验证副本。',
    },
  },
  'doctor/audit-broken': {
    severity: 'error',
    sentence: { en: 'The audit is broken at entry {entry}.', zh: '审计链在第 {entry} 条断裂。' },
    hint: {
      en: 'The entry, or the one before it, was changed outside the program. Keep the file as it is, and restore a copy.',
      zh: '该条或其前一条在程序之外被改动。请保留原文件并恢复副本。',
    },
  },
  'doctor/clock-behind': {
    severity: 'error',
    sentence: {
      en: 'The clock of this machine stands {behind} before the last entry in the store.',
      zh: '本机时钟比存储中的最后一条记录早{behind}。',
    },
    hint: {
      en: 'Set the clock. Until then entries are written at the moment of the last one, and timers come late.',
      zh: '请校准时钟。在此之前，记录沿用最后一条的时刻，计时器会推迟。',
    },
  },
} as const satisfies CatalogTable
