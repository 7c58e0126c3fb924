/** What the files of a new project say to those who open them. */
import type { Bilingual } from '../../engine/problem/catalog/entry.ts'

export const remarks = {
  project: {
    en: 'The project: everything below this folder belongs to it. Check it with: picket check',
    zh: '项目：本文件夹及其下的所有内容。检查：picket check',
  },
  late: { en: 'a missed due time goes one step up the ladder', zh: '逾期时沿阶梯上报一级' },
  organisation: {
    en: 'Who there is, and in which roles. After a change bring it into the store with: picket people load organisation.yaml',
    zh: '人员及其角色。修改后载入存储：picket people load organisation.yaml',
  },
  vacancies: {
    en: 'Nobody is named for these roles yet: put the person in place of the vacancy, or give the role to somebody above.',
    zh: '以下角色尚无人选：请换成实际人员，或把角色交给上面的人。',
  },
  vacant: { en: '{role} (to be named)', zh: '{role}（待定）' },
  ladders: { en: 'who comes next when work of a role is late', zh: '某角色的工作逾期时依次上报给谁' },
  plainCalendar: {
    en: 'A plain week WITHOUT any public holiday. Add them, e.g. { from: 2027-01-01, title: { en: "New Year\'s Day" } }, then move validThrough.',
    zh: '普通工作周，不含任何法定节假日。请补充，例如 { from: 2027-01-01, title: { zh: 元旦 } }，再调整 validThrough。',
  },
  validThrough: {
    en: 'the last day whose holidays are known; due times after it are marked as estimates',
    zh: '节假日已知的最后一天；其后的期限标为估算',
  },
} as const satisfies Readonly<Record<string, Bilingual>>
