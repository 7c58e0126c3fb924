import type { CatalogTable } from './entry.ts'
import { shapeCodes } from './shape.ts'

/** Codes `definition/…`: faults of the text of a document, then of its shape. */
export const definitionCodes = {
  'definition/too-large': {
    severity: 'error',
    sentence: {
      en: 'The file holds {size} bytes; at most {limit} are read.',
      zh: '文件有 {size} 字节，最多读取 {limit} 字节。',
    },
    hint: { en: 'Split it into several files.', zh: '请拆分为多个文件。' },
  },
  'definition/bad-encoding': {
    severity: 'error',
    sentence: { en: 'The file is not valid UTF-8.', zh: '文件不是有效的 UTF-8 编码。' },
    hint: { en: 'Save it as UTF-8.', zh: '请以 UTF-8 编码保存。' },
  },
  'definition/control-character': {
    severity: 'error',
    sentence: {
      en: 'The character {character} may not stand in a definition.',
      zh: '定义中不允许出现字符 {character}。',
    },
    hint: { en: 'Delete it.', zh: '请删除该字符。' },
  },
  'definition/tab': {
    severity: 'error',
    sentence: { en: 'A tab is used to indent.', zh: '使用了制表符缩进。' },
    hint: { en: 'Indent with spaces.', zh: '请用空格缩进。' },
  },
  'definition/yaml-syntax': {
    severity: 'error',
    sentence: { en: 'This is not YAML: {detail}.', zh: 'YAML 语法错误：{detail}。' },
    hint: {
      en: 'Look at the indentation, the brackets and the quotes up to this place; an expression or a text with signs in it belongs in double quotes.',
      zh: '请检查此处之前的缩进、括号和引号；含有符号的表达式或文字应加双引号。',
    },
  },
  'definition/quote-it': {
    severity: 'error',
    sentence: {
      en: 'YAML does not read `{text}` as one value: {why}.',
      zh: 'YAML 不会把 `{text}` 读作一个值：{why}。',
    },
    hint: { en: 'Quote it: put the whole value in double quotes.', zh: '请加引号：把整个值放在双引号中。' },
  },
  'definition/duplicate-key': {
    severity: 'error',
    sentence: {
      en: 'The key `{key}` stands twice; first in line {line}.',
      zh: '键 `{key}` 重复；首次出现在第 {line} 行。',
    },
    hint: { en: 'Keep one of them.', zh: '请只保留一个。' },
  },
  'definition/merge-key': {
    severity: 'error',
    sentence: { en: 'The merge key `<<` is not part of the language.', zh: '本语言不支持合并键 `<<`。' },
    hint: { en: 'Use a template, or write the keys out.', zh: '请使用模板，或直接写出各键。' },
  },
  'definition/tag': {
    severity: 'error',
    sentence: { en: 'The YAML tag `{tag}` is not part of the language.', zh: '本语言不支持 YAML 标签 `{tag}`。' },
    hint: {
      en: 'Delete the tag; if a text begins with `!`, quote it.',
      zh: '请删除标签；若文字以 `!` 开头，请加引号。',
    },
  },
  'definition/directive': {
    severity: 'error',
    sentence: {
      en: 'The YAML directive `{directive}` is not part of the language.',
      zh: '本语言不支持 YAML 指令 `{directive}`。',
    },
    hint: { en: 'Delete the line.', zh: '请删除该行。' },
  },
  'definition/explicit-null': {
    severity: 'error',
    sentence: {
      en: '[`{key}` has no value: ]nothing, `null` and `~` are not values.',
      zh: '[`{key}` 没有值：]空白、`null` 和 `~` 都不是值。',
    },
    hint: { en: 'Write a value, or leave the key out.', zh: '请写一个值，或去掉该键。' },
  },
  'definition/key-not-text': {
    severity: 'error',
    sentence: { en: 'A key must be a plain word.', zh: '键必须是普通文字。' },
    hint: { en: 'If a text with `{` or `[` was meant, quote it.', zh: '若本意是含 `{` 或 `[` 的文字，请加引号。' },
  },
  'definition/forbidden-key': {
    severity: 'error',
    sentence: { en: 'The key `{key}` is not allowed.', zh: '不允许使用键 `{key}`。' },
    hint: { en: 'Choose another name.', zh: '请换一个名称。' },
  },
  'definition/number-range': {
    severity: 'error',
    sentence: { en: 'The number `{text}` cannot be kept exactly.', zh: '数字 `{text}` 无法精确保存。' },
    hint: {
      en: 'Use a smaller number, or quote it if it is a name or a code.',
      zh: '请使用较小的数字；若是名称或编号，请加引号。',
    },
  },
  'definition/unknown-alias': {
    severity: 'error',
    sentence: { en: 'No anchor `&{alias}` stands before this alias.', zh: '此别名之前没有锚点 `&{alias}`。' },
    hint: {
      en: 'Set the anchor before its first use. If a text beginning with `*` was meant, quote it.',
      zh: '请在首次使用前设置锚点。若本意是以 `*` 开头的文字，请加引号。',
    },
  },
  'definition/endless-alias': {
    severity: 'error',
    sentence: {
      en: 'The alias `*{alias}` stands inside its own anchor.',
      zh: '别名 `*{alias}` 位于其自身的锚点之内。',
    },
    hint: { en: 'Write the value out.', zh: '请直接写出该值。' },
  },
  'definition/too-many-nodes': {
    severity: 'error',
    sentence: {
      en: 'With its aliases expanded the document has more than {limit} values.',
      zh: '展开别名后，文档的值超过 {limit} 个。',
    },
    hint: { en: 'Use fewer aliases of large values.', zh: '请减少对大段内容的别名引用。' },
  },
  'definition/too-many-signs': {
    severity: 'error',
    sentence: {
      en: 'The file holds more than {limit} words and signs.',
      zh: '文件中的词和符号超过 {limit} 个。',
    },
    hint: { en: 'Split it into several files.', zh: '请拆分为多个文件。' },
  },
  'definition/too-deep': {
    severity: 'error',
    sentence: { en: 'Values are nested more than {limit} deep.', zh: '值的嵌套超过 {limit} 层。' },
    hint: { en: 'Nest less; a template may help.', zh: '请减少嵌套层数；可考虑使用模板。' },
  },
  'definition/too-many-documents': {
    severity: 'error',
    sentence: { en: 'The file holds more than {limit} documents.', zh: '文件中的文档超过 {limit} 个。' },
    hint: { en: 'Split it into several files.', zh: '请拆分为多个文件。' },
  },
  'definition/empty-document': {
    severity: 'error',
    sentence: { en: 'The document is empty.', zh: '文档为空。' },
    hint: { en: 'Write a document, or delete the file or the `---`.', zh: '请写入内容，或删除该文件或多余的 `---`。' },
  },
  ...shapeCodes,
} as const satisfies CatalogTable
