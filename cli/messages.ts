/** What the commands say, in both languages. A test holds the two in step. */
import { english } from './messages-en.ts'
import { chinese } from './messages-zh.ts'

export type { MessageKey } from './messages-en.ts'

/** The catalogue, by language. */
export const messages = { en: english, zh: chinese } as const
