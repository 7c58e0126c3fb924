/** What a process needs of the other documents of its project. */
import type { Node } from '../definition/node.ts'
import type { ReadDocument } from '../definition/read-documents.ts'

/** Identifiers by kind of document: processes it runs, starts, or takes types from; templates it uses. */
export type Needs = Readonly<Record<'process' | 'template', ReadonlySet<string>>> &
  Readonly<Record<string, ReadonlySet<string>>>

/** What each process needs, also through the templates it uses. */
export function needsOf(
  processes: readonly ReadDocument[],
  templates: ReadonlyMap<string, ReadDocument>,
): ReadonlyMap<string, Needs> {
  return new Map(processes.map(({ id, node }) => [id, needsOfNode(node, templates)]))
}

function needsOfNode(root: Node, templates: ReadonlyMap<string, ReadDocument>): Needs {
  const needs = { process: new Set<string>(), template: new Set<string>() }
  const visit = (at: Node, key: string): void => {
    if (at.kind === 'map') for (const entry of at.entries) visit(entry.value, entry.key)
    else if (at.kind === 'list') for (const item of at.items) visit(item, key)
    else if (key === 'process') needs.process.add(String(at.value))
    else if (key === 'use') visitTemplate(String(at.value))
    else for (const name of ownersOfTypes(String(at.value))) needs.process.add(name)
  }
  const visitTemplate = (name: string): void => {
    if (needs.template.has(name)) return
    needs.template.add(name)
    const template = templates.get(name)
    if (template) visit(template.node, '')
  }
  if (root.kind === 'map') for (const { key, value } of root.entries) if (key !== 'process') visit(value, key)
  return needs
}

/** `list of order/item` takes a type from `order`. */
function ownersOfTypes(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|list of )([a-z][a-z0-9-]*)\/[A-Za-z]/g)].map(([, name = '']) => name)
}
