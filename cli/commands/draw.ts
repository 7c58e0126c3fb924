import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as Args from '@oclif/core/args'
import * as Flags from '@oclif/core/flags'
import type { Definition } from '../../engine/definition/definition.ts'
import { compileMachine } from '../../engine/machine/compile-machine.ts'
import { drawDefinition } from '../../engine/picture/draw-definition.ts'
import { mermaidText } from '../../engine/picture/mermaid-text.ts'
import { problem } from '../../engine/problem/catalog.ts'
import type { Project } from '../engine.ts'
import { misuse, refuse } from '../failure.ts'
import { detailOf } from '../file-fault.ts'
import { findInstance } from '../find-instance.ts'
import type { Page } from '../page.ts'
import { type Output, PicketCommand, type SharedFlags } from '../picket-command.ts'
import { standingOf } from '../state-titles.ts'

interface Subject {
  readonly definition: Definition
  readonly project: Project
  readonly page: Page
  /** Of an instance: the active states and its name. */
  readonly active?: ReadonlySet<string>
  readonly details?: string
}

const formats = ['svg', 'png', 'mermaid', 'xstate'] as const

type Format = (typeof formats)[number]

/** Draws a process, or an instance with its active states marked. */
export class Draw extends PicketCommand {
  static override args = { subject: Args.string({ required: true }) }
  static override flags = {
    format: Flags.string({ options: [...formats], default: 'svg', helpValue: formats.join('|') }),
    output: Flags.string({ helpValue: 'FILE' }),
  }

  async run(): Promise<Output> {
    const { args, flags } = await this.parse(Draw)
    const format = formats.find((name) => name === flags.format) ?? 'svg'
    if (format === 'png' && flags.output === undefined) misuse(problem('cli/needs-output', { format: 'PNG' }))
    const subject = await this.subject(args.subject, flags)
    const picture = await drawn(format, subject)
    const json = { process: subject.definition.id, version: subject.definition.version, format }
    if (flags.output !== undefined) {
      this.write(flags.output, picture)
      const text = `${subject.page.say('draw.written', { file: flags.output })}\n`
      return { json: { ...json, file: flags.output }, text }
    }
    const text = String(picture)
    return { json: { ...json, picture: text }, text }
  }

  /** A process of the project needs no store. */
  private async subject(name: string, flags: SharedFlags): Promise<Subject> {
    const { project, page } = await this.loadProject(flags)
    const definition = project.definitions.get(name)
    if (definition !== undefined) return { definition, project, page }
    const opened = await this.open(flags)
    const { record, row } = await findInstance(opened.host, name)
    const pinned = await opened.processOf(record)
    if (pinned === undefined) return refuse(problem('cli/definition-gone', { instance: record.id }))
    const { active, definition: drawn } = standingOf(pinned, record, page.now)
    return { definition: drawn, project, page: opened.page, active, details: opened.page.said(row.name) }
  }

  private write(file: string, picture: string | Uint8Array): void {
    try {
      writeFileSync(resolve(this.session.directory, file), picture)
    } catch (thrown) {
      refuse(problem('cli/cannot-write', { file, detail: detailOf(thrown) }))
    }
  }
}

async function drawn(format: Format, subject: Subject): Promise<string | Uint8Array> {
  const { definition, page, active } = subject
  switch (format) {
    case 'xstate':
      return `${JSON.stringify(compileMachine(definition).config, undefined, 2)}\n`
    case 'mermaid':
      return mermaidText(definition, { locale: page.locale, ...(active && { active }) })
    case 'svg':
      return svgText(subject)
    case 'png': {
      const { renderPng } = await import('../../engine/picture/render-png.ts')
      return renderPng(await svgText(subject))
    }
  }
}

async function svgText({ definition, project, page, active, details }: Subject): Promise<string> {
  const titles = [...project.definitions].map(([id, { title }]) => [id, title])
  const svg = await drawDefinition(definition, {
    locale: page.locale,
    roleTitles: Object.fromEntries(project.directory.roles),
    processTitles: Object.fromEntries(titles),
    ...(active && { active }),
    ...(details !== undefined && { details }),
  })
  return svg.endsWith('\n') ? svg : `${svg}\n`
}
