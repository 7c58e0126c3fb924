/** The few words a picture says by itself, in both languages. Not problems: nothing here is wrong. */
import type { Locale } from '../problem/problem.ts'

const words = {
  done: { en: 'done', zh: '完成' },
  failed: { en: 'failed', zh: '失败' },
  approved: { en: 'approved', zh: '批准' },
  rejected: { en: 'rejected', zh: '否决' },
  otherwise: { en: 'otherwise', zh: '否则' },
  atItsTime: { en: 'at its time', zh: '到期时' },
  inState: { en: 'in ', zh: '处于' },
  roleVaries: { en: 'its own role', zh: '各自的角色' },
  waitsFor: { en: 'waits for ', zh: '等待：' },
  dueVaries: { en: 'its own time', zh: '各自的期限' },
  all: { en: 'all', zh: '全体' },
  any: { en: 'any one', zh: '任一' },
  majority: { en: 'majority', zh: '多数' },
  each: { en: 'one for each', zh: '逐项进行' },
  opened: { en: 'opens when leaving', zh: '离开时开启：' },
  opens: { en: 'opens in', zh: '开启于：' },
  start: { en: 'starts', zh: '启动：' },
  notify: { en: 'notify', zh: '通知' },
  escalate: { en: 'escalate', zh: '升级' },
  stays: { en: 'stays', zh: '停留' },
  beside: { en: 'Work beside the flow', zh: '流程之外的工作' },
  inside: { en: '{name}: the same inside each of the {n}', zh: '{name}：{n}项的共同内部结构' },
  version: { en: 'Version', zh: '版本' },
  picture: { en: 'State diagram of the process', zh: '流程状态图' },
  task: { en: 'task', zh: '任务' },
  approval: { en: 'approval', zh: '审批' },
  action: { en: 'automatic action', zh: '自动操作' },
  children: { en: 'other process', zh: '其他流程' },
  wait: { en: 'waiting', zh: '等待' },
  compound: { en: 'stage', zh: '阶段' },
  parallel: { en: 'side by side', zh: '并行' },
  folded: { en: 'drawn once, apart', zh: '内部另图' },
  initial: { en: 'start', zh: '开始' },
  final: { en: 'end', zh: '结束' },
  history: { en: 'where it was (* in full)', zh: '离开时所在处（*含内层）' },
  anywhere: { en: 'from anywhere inside', zh: '内部任意状态' },
  active: { en: 'active now', zh: '当前所在' },
} as const

type PictureWord = keyof typeof words

/** A word of the picture itself. */
export function pictureWord(word: PictureWord, locale: Locale): string {
  return words[word][locale]
}
