import { directoryOf, type OrganisationDocument } from '../../engine/people/organisation.ts'
import type { Actor } from '../../engine/step/instance-event.ts'

/** A sales team: two in the field, their manager, the sponsor above. */
export const salesTeam = {
  organisation: 'hope-optical',
  people: {
    'li.wei': {
      name: { en: 'Li Wei', zh: '李伟' },
      roles: ['salesperson'],
      reportsTo: 'chen.jing',
      calendar: 'cn-office',
    },
    'wang.fang': { name: { en: 'Wang Fang', zh: '王芳' }, roles: ['trainer', 'salesperson'], reportsTo: 'chen.jing' },
    'chen.jing': { name: { en: 'Chen Jing', zh: '陈静' }, roles: ['sales-manager'], reportsTo: 'zhao.min' },
    'zhao.min': { name: { en: 'Zhao Min', zh: '赵敏' }, roles: ['sponsor'] },
  },
  roles: {
    salesperson: { title: { en: 'Salesperson', zh: '销售' } },
    trainer: { title: { en: 'Trainer', zh: '讲师' } },
    'sales-manager': { title: { en: 'Sales manager', zh: '销售经理' } },
    sponsor: { title: { en: 'Sponsor', zh: '发起人' } },
  },
  ladders: { salesperson: ['sales-manager', 'sponsor'] },
} satisfies OrganisationDocument

export const salesDirectory = directoryOf(salesTeam)

/** A person of the team, acting from the command line. */
export function actor(id: string): Actor {
  return { id, roles: salesDirectory.people.get(id)?.roles ?? [], via: 'cli', proved: false }
}
