/** What plugins are written against. */
export type {
  Action,
  ActionContext,
  ActionDeclaration,
  CalculationDeclaration,
  FieldDeclarations,
  RetryPolicy,
} from './action.ts'
export { defineAction, defineCalculation } from './action.ts'
export type { Plugin } from './plugin.ts'
export { definePlugin } from './plugin.ts'
