/** Processes of every shape a picture must cope with. */
import type { Definition } from '../../engine/definition/definition.ts'
import { definition, type StateSpec } from './build-definition.ts'

/** Four stages that wait, two ends, and work beside the flow. */
export function sale(): Definition {
  const stage = (path: string, title: readonly [string, string], event: string, next: string): StateSpec => ({
    title,
    waits: [`the end of ${title[0]}`, `${title[1]}结束`],
    on: { [event]: next, STEP_BACK: 'selling.intent' },
    exit: [{ kind: 'open', task: `~${path}.entry` }],
  })
  const entry = (en: string, zh: string): StateSpec => ({
    title: [`Enter information: ${en}`, `录入信息：${zh}`],
    task: 'salesperson',
    due: '24 hours',
  })
  return definition({
    id: 'sale',
    title: ['Four-stage sale', '四阶段销售'],
    events: { SIGNED: ['Signed', '已签单'], LOSE: ['Lose', '丢单'] },
    states: {
      selling: {
        title: ['Selling', '销售中'],
        on: { LOSE: 'lost' },
        states: {
          intent: stage('selling.intent', ['Intent', '意向'], 'INTENT_CONFIRMED', 'selling.presales'),
          presales: stage('selling.presales', ['Presales', '售前'], 'SOLUTION_ACCEPTED', 'selling.signing'),
          signing: stage('selling.signing', ['Signing', '签单'], 'SIGNED', 'won'),
        },
      },
      won: { title: ['Won', '赢单'], type: 'final' },
      lost: { title: ['Lost', '丢单'], type: 'final' },
    },
    beside: {
      '~selling.intent.entry': entry('Intent', '意向'),
      '~selling.presales.entry': entry('Presales', '售前'),
      '~selling.signing.entry': entry('Signing', '签单'),
    },
  })
}

/** A stage with a rhythm, timers, children and a decision; moves to itself, into itself and out of the middle. */
export function cycle(): Definition {
  return definition({
    id: 'cycle',
    title: ['Cycle', '循环'],
    params: [{ name: 'latest', type: { kind: 'duration' }, optional: false, default: '12 weeks' }],
    states: {
      planned: { title: ['Planned', '已计划'], on: { STARTED: 'running' } },
      running: runningStage(),
      blocked: { title: ['Blocked', '受阻'], on: { UNBLOCK: 'running.was' } },
      deciding: { title: ['Decide', '决定'], on: { COMPLETE: 'over' } },
      over: { title: ['Over', '已结束'], type: 'final' },
    },
  })
}

function runningStage(): StateSpec {
  return {
    title: ['Running, week {values.week}', '进行中，第{values.week}周'],
    on: { RESTART: 'running', BLOCK: 'blocked', JUMP: 'running.learning' },
    every: { '2 weeks': { title: ['Evaluate', '定期评估'], role: 'project-manager' } },
    after: {
      '10 weeks': { do: { kind: 'notify', role: 'project-manager' } },
      'params.latest': { to: 'deciding', note: ['The latest end', '最晚期限'] },
    },
    states: {
      formulating: {
        title: ['Formulate', '方案形成'],
        task: 'project-manager',
        due: '1 week',
        on: { done: 'running.approving' },
      },
      approving: {
        title: ['Approve', '批准'],
        approval: ['sponsor', 'it-lead'],
        due: '5 workdays',
        on: { approved: 'running.piloting', rejected: 'running.formulating' },
      },
      piloting: {
        title: ['Pilots', '领航'],
        process: 'pilot-change',
        on: { done: 'running.scoring', failed: 'running.scoring' },
      },
      scoring: {
        title: ['Score', '评分'],
        action: 'plugin.score-pilots',
        on: { done: 'running.learning', failed: 'running.scoring' },
      },
      learning: {
        title: ['Learn', '学习'],
        task: 'customer-manager',
        on: { done: [{ guard: "form.verdict == 'again'", to: 'running' }, { to: 'deciding' }] },
      },
      was: { type: 'history' },
    },
  }
}

/** Twelve regions of one inner structure, the ninth with more inside, beside a flow of four alike phases. */
export function programme(): Definition {
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1)
  return definition({
    id: 'programme',
    title: ['Twelve steps', '十二步'],
    states: {
      running: {
        title: ['Under way', '进行中'],
        type: 'parallel',
        states: {
          phases: {
            title: ['Phases', '阶段'],
            states: Object.fromEntries([1, 2, 3, 4].map((number) => [`ph${number}`, phase(number)])),
          },
          steps: {
            title: ['Steps', '步骤'],
            type: 'parallel',
            states: Object.fromEntries(numbers.map((number) => [`s${number}`, step(number)])),
          },
        },
      },
      completed: { title: ['Completed', '已完成'], type: 'final' },
    },
  })
}

function phase(number: number): StateSpec {
  const path = `running.phases.ph${number}`
  return {
    title: [`Phase ${number}`, `第${number}阶段`],
    on: { done: number === 4 ? 'completed' : `running.phases.ph${number + 1}` },
    states: {
      working: { title: ['Working', '实施'], task: 'project-manager', on: { done: `${path}.gate` } },
      gate: {
        title: ['Phase gate', '阶段关口'],
        approval: ['sponsor'],
        on: { approved: `${path}.open`, rejected: `${path}.working` },
      },
      open: { title: ['Open', '已开'], type: 'final' },
    },
  }
}

function step(number: number): StateSpec {
  const path = `running.steps.s${number}`
  const done = { done: `${path}.active.gate` }
  const task: StateSpec = {
    title: ['In progress', '实施中'],
    task: `owner-${number}`,
    due: `${number} weeks`,
    on: done,
  }
  const stage: StateSpec = {
    title: ['In progress', '实施中'],
    on: done,
    states: {
      plan: { title: ['Plan the areas', '规划领域'], task: 'planner', on: { done: `${path}.active.work.end` } },
      end: { title: ['Planned', '已规划'], type: 'final' },
    },
  }
  return {
    title: [`${number} Step`, `${number} 步骤`],
    on: { WAIVE: { guard: `event.step == "s${number}"`, to: `${path}.waived` } },
    states: {
      notStarted: { title: ['Not started', '未开始'], always: `${path}.active` },
      active: {
        title: ['Active', '进行中'],
        states: {
          work: number === 9 ? stage : task,
          gate: {
            title: ['Gate review', '关口评审'],
            approval: ['sponsor'],
            on: { approved: `${path}.passed`, rejected: `${path}.active.work` },
          },
        },
      },
      passed: { title: ['Passed', '已通过'] },
      waived: { title: ['Waived', '已豁免'] },
    },
  }
}
