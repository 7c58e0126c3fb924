/**
 * A long definition as a company would write one: departments one after the other, each with a run of stages from a
 * template and states of its own, with tasks, forms, guards, requirements, approvals and deadlines.
 */

/** Roles that the definition names. */
export const largeDefinitionRoles = ['sponsor', 'project-manager'] as const

const head = `process: large-programme
version: 1.0.0
title: { en: Large programme, zh: 大型项目 }
name: { en: "Programme of {company}", zh: "{company}的项目" }
late: up
control: { cancel: [sponsor], suspend: [project-manager], resume: [project-manager], retry: [project-manager] }
types:
  area: { id: string, weight: number, ready: boolean }
  outcome: { enum: { good: { en: Good, zh: 良好 }, poor: { en: Poor, zh: 欠佳 } } }
params:
  pass: { type: number, default: 60 }
  grace: { type: duration, default: 24 hours }
  most: { type: number, default: 1000 }
  many: { type: number, default: 100 }
  some: { type: number, default: 3 }
  half: { type: number, default: 0.5 }
input: { company: { type: string, example: Large } }
data:
  areas: { type: list of area, default: [] }
  rounds: { type: integer, default: 0 }
values:
  ready: data.areas.filter(a, a.ready).size()
  share: share(values.ready, data.areas.size())
events:
  STOP: { with: { why: text }, by: [sponsor] }
templates:
  stage:
    with: { worker: role, next: state, length: duration, opens: { type: expression, default: "true" } }
    data: { revision: { type: integer, default: 1 }, score?: number }
    initial: work
    on: { done: $next }
    states:
      work:
        task:
          title: { en: "Do {title}", zh: "完成{title}" }
          role: $worker
          form: { score: { type: number, min: 0, max: 100, example: 80 } }
          due: $length
          remind: 1 day before
        on:
          done:
            - { guard: form.score >= params.pass && $opens, target: judged }
            - { target: work, assign: { own.revision: own.revision + 1 } }
      judged:
        approval: { of: [sponsor], title: { en: "Judge {title}", zh: "评审{title}" }, due: 5 days }
        on: { approved: settled, rejected: work }
      settled: { type: final }
`

/** One department: a compound of stages and of states written out, about fifty lines. */
function department(index: number, next: string): string {
  const own = `department${index}`
  return `  ${own}:
    title: { en: Department ${index}, zh: 部门${index} }
    initial: survey
    metric: { ready: values.ready }
    on:
      done: { target: ${next}, note: { en: Department ${index} is through, zh: 部门${index}已完成 } }
      STOP: { target: stopped, note: { en: "Stopped: {event.why}", zh: "停止：{event.why}" } }
    states:
      survey:
        task:
          title: { en: "Survey of department ${index} for {company}", zh: "{company}部门${index}调查" }
          role: project-manager
          guide: { en: Look at every area once, zh: 逐一查看各领域 }
          form:
            note${index}?: { type: text, title: { en: Note, zh: 备注 } }
            size${index}: { type: integer, min: 1, title: { en: People, zh: 人数 }, example: 12 }
            outcome${index}: { type: outcome, title: { en: Outcome, zh: 结果 }, example: good }
          due: 2 weeks
          requires:
            - that: form.size${index} < params.most
              else: { en: "{form.size${index}} are too many", zh: "{form.size${index}}人过多" }
        on:
          done:
            - guard: form.outcome${index} == 'good' && values.share >= params.half
              target: first${index}
            - guard: form.size${index} > params.many || values.ready > params.some
              target: review
            - { target: first${index}, assign: { rounds: data.rounds + 1 } }
      first${index}:
        use: stage
        title: { en: First stage of ${index}, zh: 部门${index}第一阶段 }
        with: { worker: project-manager, next: second${index}, length: 3 weeks }
      second${index}:
        use: stage
        title: { en: Second stage of ${index}, zh: 部门${index}第二阶段 }
        with: { worker: project-manager, next: review, length: 10 days, opens: data.rounds < 9 }
      review:
        waits: { en: the sponsor's word, zh: 发起人意见 }
        after: { 10 weeks: settled, grace: { notify: project-manager } }
        always:
          - { guard: "data.areas.all(a, a.ready && a.weight > 0)", target: settled }
        estimate: { min: 1 day, likely: 3 days, max: 2 weeks }
      settled:
        type: final
`
}

/** The text of a definition of at least so many lines. */
export function largeDefinition(lines: number): string {
  const each = department(0, 'over').split('\n').length - 1
  const count = Math.ceil((lines - head.split('\n').length) / each)
  const departments = Array.from({ length: count }, (_, index) =>
    department(index, index + 1 < count ? `department${index + 1}` : 'over'),
  )
  const ends =
    '  stopped: { type: final, output: { good: "false" } }\n  over: { type: final, output: { good: "true" } }\n'
  return `${head}initial: department0\nstates:\n${departments.join('')}${ends}`
}
