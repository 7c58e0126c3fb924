/** What plugins are written against. */
export type { Action, ActionContext, ActionDeclaration, FieldDeclarations, RetryPolicy } from './action.ts'
export { defineAction } from './action.ts'
export type { Plugin } from './plugin.ts'
export { definePlugin } from './plugin.ts'
