import type { CatalogTable } from './entry.ts'
import { flowCodes } from './lint-flow.ts'
import { wordCodes } from './lint-words.ts'
import { workCodes } from './lint-work.ts'

/** Codes `lint/…`: what a definition would do wrong at run time. */
export const lintCodes = {
  ...flowCodes,
  ...workCodes,
  ...wordCodes,
  'lint/rule-failed': {
    severity: 'error',
    sentence: { en: 'The rule {rule} failed: {detail}', zh: '规则 {rule} 执行失败：{detail}' },
    hint: { en: 'This is a fault of the engine; please report it.', zh: '这是引擎的缺陷，请报告。' },
  },
} as const satisfies CatalogTable
