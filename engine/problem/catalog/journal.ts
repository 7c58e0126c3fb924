import type { CatalogTable } from './entry.ts'

/** Codes `journal/…`: a journal that does not prove what is stored. */
export const journalCodes = {
  'journal/gap': {
    severity: 'error',
    sentence: {
      en: 'The journal of {instance} has entry {step} where {expected} belongs.',
      zh: '{instance} 的日志在第 {expected} 条处是第 {step} 条。',
    },
    hint: { en: 'An entry was lost or moved. Restore the store from a copy.', zh: '有记录丢失或移位。请用备份恢复。' },
  },
  'journal/broken-chain': {
    severity: 'error',
    sentence: { en: 'The chain of {instance} breaks at entry {step}.', zh: '{instance} 的日志链在第 {step} 条断裂。' },
    hint: { en: 'The entry, or the one before it, was changed.', zh: '该条或其前一条被改动过。' },
  },
  'journal/changed-payload': {
    severity: 'error',
    sentence: {
      en: 'What entry {step} of {instance} holds was changed.',
      zh: '{instance} 第 {step} 条的内容被改动过。',
    },
    hint: { en: 'It no longer fits its hash. Restore the store from a copy.', zh: '内容与其哈希不符。请用备份恢复。' },
  },
  'journal/no-definition': {
    severity: 'error',
    sentence: {
      en: 'The definition {hash} of entry {step} of {instance} is not kept.',
      zh: '{instance} 第 {step} 条所用的定义 {hash} 未保存。',
    },
    hint: { en: 'The chain holds; the moves cannot be made again.', zh: '日志链完整，但无法重演。' },
  },
  'journal/refused-now': {
    severity: 'error',
    sentence: { en: 'Entry {step} of {instance} would be refused today.', zh: '{instance} 第 {step} 条如今会被拒绝。' },
    hint: {
      en: 'The engine or the definition behaves otherwise than it did then.',
      zh: '引擎或定义的行为与当时不同。',
    },
  },
  'journal/diverges': {
    severity: 'error',
    sentence: {
      en: 'Entry {step} of {instance} comes out otherwise: {part} differs.',
      zh: '{instance} 第 {step} 条重演结果不同：{part} 有差异。',
    },
    hint: {
      en: 'The engine or the definition behaves otherwise than it did then.',
      zh: '引擎或定义的行为与当时不同。',
    },
  },
  'journal/record-differs': {
    severity: 'error',
    sentence: {
      en: 'The stored state of {instance} is not the one its journal leads to.',
      zh: '{instance} 的存储状态与日志推得的状态不符。',
    },
    hint: { en: 'The record was changed outside the engine.', zh: '记录在引擎之外被改动过。' },
  },
} as const satisfies CatalogTable
