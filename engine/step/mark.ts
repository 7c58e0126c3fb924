/** What a machine does when it moves, in order: the marks of the tape. */
import type { State, Transition } from '../definition/definition.ts'

export type Mark =
  | { readonly kind: 'leave' | 'enter'; readonly state: State }
  | { readonly kind: 'take'; readonly transition: Transition }
