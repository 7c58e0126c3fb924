/** The examination: from the machine to the project, its file and what runs in it, as far as there is something to see. */
import { existsSync, statSync } from 'node:fs'
import { problem } from '../../engine/problem/catalog.ts'
import { isEngineError } from '../../engine/problem/engine-error.ts'
import type { Problem } from '../../engine/problem/problem.ts'
import type { StoreLook } from '../../engine/store/look-at-store.ts'
import type { Machine, Question, WithProject } from './question.ts'
import { ofFile, ofMachine, ofProject, ofStore } from './questions.ts'

/** What is examined. */
export interface Patient {
  readonly machine: Machine
  /** The project's file; undefined where none was found. */
  readonly project: string | undefined
  /** Where it was looked for. */
  readonly directory: string
  /** The store's file, instead of the project's. */
  readonly database: string | undefined
  readonly full: boolean
}

/** What was asked, and everything found wrong. */
export class Findings {
  readonly asked: string[] = []
  readonly problems: Problem[] = []

  /** Asks questions that share what they look at; answers whether no error was found. */
  async ask<Seen>(questions: readonly Question<Seen>[], seen: Seen): Promise<boolean> {
    const before = this.#errors
    for (const question of questions) {
      this.asked.push(question.id)
      this.problems.push(...(await askOne(question, seen)))
    }
    return this.#errors === before
  }

  /** Notes what an own look showed. */
  note(question: string, ...problems: readonly Problem[]): void {
    this.asked.push(question)
    this.problems.push(...problems)
  }

  get #errors(): number {
    return this.problems.filter(({ severity }) => severity === 'error').length
  }
}

/** A store may be refused in the middle of a look at it; that is a finding. */
async function askOne<Seen>(question: Question<Seen>, seen: Seen): Promise<readonly Problem[]> {
  try {
    return await question.ask(seen)
  } catch (thrown) {
    if (isEngineError(thrown)) return [thrown.problem]
    throw thrown
  }
}

export async function examine(patient: Patient): Promise<Findings> {
  const findings = new Findings()
  const isAble = await findings.ask(ofMachine, patient.machine)
  const seen = await loadProject(patient, findings)
  if (seen === undefined) return findings
  await findings.ask(ofProject, seen)
  if (isAble) await examineStore(seen, patient.full, findings)
  return findings
}

async function loadProject(patient: Patient, findings: Findings): Promise<WithProject | undefined> {
  const { machine, project: path, directory, database } = patient
  if (path === undefined) {
    findings.note('project', problem('cli/no-project', { path: directory }))
    return undefined
  }
  const answer = await machine.engine.loadProject(path)
  if (answer.ok) {
    findings.note('project')
    return { ...machine, project: answer.value, file: database ?? answer.value.store }
  }
  const errors = answer.problems.filter(({ severity }) => severity === 'error').length
  findings.note('project', problem('doctor/project-faulty', { errors }))
  return undefined
}

async function examineStore(seen: WithProject, full: boolean, findings: Findings): Promise<void> {
  const { file: store, engine, project } = seen
  const isThere = existsSync(store) && statSync(store).size > 0
  findings.note('store', ...(isThere ? [] : [problem('doctor/no-store', { store })]))
  if (!isThere) return
  let look: StoreLook
  try {
    look = await engine.lookAtStore(store)
  } catch (thrown) {
    if (!isEngineError(thrown)) throw thrown
    findings.note('schema', thrown.problem)
    return
  }
  try {
    // A workspace would bring an older store to today's schema: that is for a command that means it.
    const isSound = await findings.ask(ofFile, { ...seen, look })
    if (!isSound || look.schema !== look.known) return
    const workspace = await engine.openWorkspace(project, store)
    try {
      await findings.ask(ofStore, { ...seen, look, workspace, full })
    } finally {
      await workspace.close()
    }
  } finally {
    look.close()
  }
}
