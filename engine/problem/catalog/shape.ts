import type { CatalogTable } from './entry.ts'

/** The codes `definition/…` of documents whose text is sound but whose keys and values are not the language's. */
export const shapeCodes = {
  'definition/unknown-document': {
    severity: 'error',
    sentence: { en: 'No kind of document begins with `{key}`.', zh: '没有以 `{key}` 开头的文档种类。' },
    hint: {
      en: '[Did you mean `{near}`? ]The first key is one of: {known}.',
      zh: '[是否想写 `{near}`？]首个键须为：{known}。',
    },
  },
  'definition/unknown-key': {
    severity: 'error',
    sentence: { en: '`{key}` is not a key of {where}.', zh: '`{key}` 不是{where}的键。' },
    hint: { en: '[Did you mean `{near}`? ]Keys here: {known}.', zh: '[是否想写 `{near}`？]此处可用的键：{known}。' },
  },
  'definition/missing-key': {
    severity: 'error',
    sentence: { en: '{where} needs: {keys}.', zh: '{where}缺少：{keys}。' },
    hint: { en: 'Add what is missing.', zh: '请补上缺少的键。' },
  },
  'definition/missing-one-of': {
    severity: 'error',
    sentence: { en: '{where} needs one of: {keys}.', zh: '{where}须有以下之一：{keys}。' },
    hint: { en: 'Add one of them.', zh: '请补上其中一个。' },
  },
  'definition/two-kinds': {
    severity: 'error',
    sentence: { en: '`{first}` and `{second}` cannot stand together.', zh: '`{first}` 与 `{second}` 不能并存。' },
    hint: {
      en: 'Keep one; where both are wanted, make two states, one after the other or one inside the other.',
      zh: '请只保留一个；若两者都需要，请写成前后相接或一内一外的两个状态。',
    },
  },
  'definition/key-needs': {
    severity: 'error',
    sentence: { en: '`{key}` has no effect without {needs}.', zh: '没有 {needs} 时，`{key}` 不起作用。' },
    hint: { en: 'Add {needs}, or delete `{key}`.', zh: '请补上 {needs}，或删除 `{key}`。' },
  },
  'definition/wrong-kind': {
    severity: 'error',
    sentence: { en: '{expected} is expected here, not {found}.', zh: '此处应为{expected}，而不是{found}。' },
    hint: { en: 'Write {expected}.', zh: '请写{expected}。' },
  },
  'definition/not-one-of': {
    severity: 'error',
    sentence: { en: '`{found}` is not one of: {words}.', zh: '`{found}` 不在可选值之内：{words}。' },
    hint: { en: '[Did you mean `{near}`? ]Write one of the words above.', zh: '[是否想写 `{near}`？]请写上述之一。' },
  },
  'definition/bad-form': {
    severity: 'error',
    sentence: { en: '`{found}` is not {expected}.', zh: '`{found}` 不是{expected}。' },
    hint: { en: 'Write it like this: {example}.', zh: '请照此书写：{example}。' },
  },
  'definition/identifier': {
    severity: 'error',
    sentence: { en: '`{found}` cannot be {expected}.', zh: '`{found}` 不能作为{expected}。' },
    hint: { en: 'Write it like this: {example}.', zh: '请照此书写：{example}。' },
  },
  'definition/out-of-range': {
    severity: 'error',
    sentence: { en: '{found} is out of range: {limit}.', zh: '{found} 超出范围：{limit}。' },
    hint: { en: 'Choose a figure within the range.', zh: '请在范围内取值。' },
  },
  'definition/too-few': {
    severity: 'error',
    sentence: { en: '{where} has too few entries; at least {least} needed.', zh: '{where}至少需要 {least} 项。' },
    hint: { en: 'Add what is missing, or delete the key.', zh: '请补充，或删除该键。' },
  },
} as const satisfies CatalogTable
