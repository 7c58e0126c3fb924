/** All commands, each loaded only when it is asked for. */
import type { PicketCommand } from './picket-command.ts'

/** A command's class. */
export type CommandClass = (new (
  ...given: ConstructorParameters<typeof PicketCommand>
) => PicketCommand) &
  Pick<typeof PicketCommand, 'args' | 'flags' | 'baseFlags' | 'strict'>

/** By the words that call it, in the order help shows them. */
export const commandTable = {
  check: async () => (await import('./commands/check.ts')).Check,
  draw: async () => (await import('./commands/draw.ts')).Draw,
  rehearse: async () => (await import('./commands/rehearse.ts')).Rehearse,
  processes: async () => (await import('./commands/processes.ts')).Processes,
  start: async () => (await import('./commands/start.ts')).Start,
  list: async () => (await import('./commands/list.ts')).List,
  show: async () => (await import('./commands/show.ts')).Show,
  send: async () => (await import('./commands/send.ts')).Send,
  tasks: async () => (await import('./commands/tasks.ts')).Tasks,
  claim: async () => (await import('./commands/claim.ts')).Claim,
  release: async () => (await import('./commands/release.ts')).Release,
  assign: async () => (await import('./commands/assign.ts')).Assign,
  complete: async () => (await import('./commands/complete.ts')).Complete,
  decide: async () => (await import('./commands/decide.ts')).Decide,
  comment: async () => (await import('./commands/comment.ts')).Comment,
  attach: async () => (await import('./commands/attach.ts')).Attach,
  'evidence list': async () => (await import('./commands/evidence-list.ts')).EvidenceList,
  'evidence get': async () => (await import('./commands/evidence-get.ts')).EvidenceGet,
  suspend: async () => (await import('./commands/suspend.ts')).Suspend,
  resume: async () => (await import('./commands/resume.ts')).Resume,
  cancel: async () => (await import('./commands/cancel.ts')).Cancel,
  retry: async () => (await import('./commands/retry.ts')).Retry,
  run: async () => (await import('./commands/run.ts')).Run,
  'people load': async () => (await import('./commands/people-load.ts')).PeopleLoad,
  'journal show': async () => (await import('./commands/journal-show.ts')).JournalShow,
  'journal verify': async () => (await import('./commands/journal-verify.ts')).JournalVerify,
  erase: async () => (await import('./commands/erase.ts')).Erase,
  backup: async () => (await import('./commands/backup.ts')).Backup,
  restore: async () => (await import('./commands/restore.ts')).Restore,
} as const satisfies Readonly<Record<string, () => Promise<CommandClass>>>

/** The words that call a command. */
export type CommandId = keyof typeof commandTable

/** All of them. */
export const commandIds = Object.keys(commandTable) as readonly CommandId[]

/** What the first words of a command line name: a command of so many words, a group of commands, or nothing. */
export type Found =
  | { readonly kind: 'command'; readonly id: CommandId; readonly length: number }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'none' }

export function findCommand(words: readonly string[]): Found {
  for (const length of [2, 1]) {
    const id = commandIds.find((candidate) => candidate === words.slice(0, length).join(' '))
    if (id !== undefined) return { kind: 'command', id, length }
  }
  const [group = ''] = words
  const isGroup = words.length === 1 && commandIds.some((id) => id.startsWith(`${group} `))
  return isGroup ? { kind: 'group', group } : { kind: 'none' }
}
