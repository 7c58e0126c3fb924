import type { CatalogTable } from './entry.ts'

/**
 * Codes `expression/…`: faults of expressions (syntax, names, types), what can fail when one is evaluated, and
 * `expression/value-…`: values people hand in that do not fit their type.
 */
export const expressionCodes = {
  'expression/syntax': {
    severity: 'error',
    sentence: { en: 'This is no expression: {detail}.', zh: '这不是表达式：{detail}。' },
    hint: {
      en: 'Check brackets, quotes and operators; a text stands in quotes.',
      zh: '请检查括号、引号和运算符；文本须加引号。',
    },
  },
  'expression/too-large': {
    severity: 'error',
    sentence: { en: 'The expression is too large: {detail}.', zh: '表达式过大：{detail}。' },
    hint: { en: 'Split it with named values under "values:".', zh: '请用 "values:" 下的命名值将其拆分。' },
  },
  'expression/unsupported': {
    severity: 'error',
    sentence: { en: 'Expressions have no {what}.', zh: '表达式不支持 {what}。' },
    hint: {
      en: 'Use the types and functions of the language; what is absent is asked with has().',
      zh: '请使用本语言的类型和函数；是否存在用 has() 判断。',
    },
  },
  'expression/unknown-name': {
    severity: 'error',
    sentence: { en: 'There is no "{name}" here.', zh: '此处没有“{name}”。' },
    hint: { en: '[Did you mean "{near}"? ]Known here: {known}.', zh: '[是否想写“{near}”？]此处可用：{known}。' },
  },
  'expression/unknown-field': {
    severity: 'error',
    sentence: { en: '{type} has no field "{field}".', zh: '{type} 没有字段“{field}”。' },
    hint: { en: '[Did you mean "{near}"? ]Its fields: {known}.', zh: '[是否想写“{near}”？]它的字段：{known}。' },
  },
  'expression/unknown-function': {
    severity: 'error',
    sentence: { en: 'There is no function "{name}".', zh: '没有函数“{name}”。' },
    hint: {
      en: '[Did you mean "{near}"? ]The functions and the names under "types:" can be called.',
      zh: '[是否想写“{near}”？]可调用的是函数以及 "types:" 下的名称。',
    },
  },
  'expression/unknown-word': {
    severity: 'error',
    sentence: { en: '"{word}" is not a word of {type}.', zh: '“{word}”不是 {type} 的取值。' },
    hint: { en: '[Did you mean "{near}"? ]Its words: {known}.', zh: '[是否想写“{near}”？]可用取值：{known}。' },
  },
  'expression/unknown-state': {
    severity: 'error',
    sentence: { en: 'There is no state "{name}" to be seen from here.', zh: '从此处找不到状态“{name}”。' },
    hint: {
      en: 'Write a name of this text, or a path from its root: "/a.b".',
      zh: '请写本文本中的名称，或从根开始的路径："/a.b"。',
    },
  },
  'expression/may-be-absent': {
    severity: 'error',
    sentence: {
      en: '"{path}" may be absent, and reading it would then fail.',
      zh: '“{path}”可能不存在，届时读取会失败。',
    },
    hint: { en: 'Ask first: has({path}) && ….', zh: '请先判断：has({path}) && …。' },
  },
  'expression/wrong-type': {
    severity: 'error',
    sentence: { en: '{expected} is needed here, this is {actual}.', zh: '此处需要 {expected}，而这是 {actual}。' },
    hint: {
      en: 'A number becomes an integer or money through round(), floor() or ceil().',
      zh: '数字须经 round()、floor() 或 ceil() 才能成为整数或金额。',
    },
  },
  'expression/wrong-operands': {
    severity: 'error',
    sentence: {
      en: '"{operator}" does not work on {left} and {right}.',
      zh: '“{operator}”不能用于 {left} 和 {right}。',
    },
    hint: { en: 'Both sides must be of kinds that go together.', zh: '两边的类型须能搭配。' },
  },
  'expression/wrong-operand': {
    severity: 'error',
    sentence: { en: '"{operator}" does not work on {type}.', zh: '“{operator}”不能用于 {type}。' },
    hint: { en: 'It needs {expected}.', zh: '它需要 {expected}。' },
  },
  'expression/no-fields': {
    severity: 'error',
    sentence: { en: '{type} has no fields, so no "{field}" either.', zh: '{type} 没有字段，因此没有“{field}”。' },
    hint: { en: 'Of a list take an item first: list[0].', zh: '若是列表，请先取其中一项：list[0]。' },
  },
  'expression/argument-count': {
    severity: 'error',
    sentence: {
      en: '{function} takes {expected} arguments, here are {count}.',
      zh: '{function} 需要 {expected} 个参数，此处有 {count} 个。',
    },
    hint: { en: 'Give exactly what it takes.', zh: '请按要求给出参数。' },
  },
  'expression/literal-needed': {
    severity: 'error',
    sentence: {
      en: '{function} needs {what} written out, so that it can be checked now.',
      zh: '{function} 的 {what} 须直接写出，以便现在检查。',
    },
    hint: { en: 'Write it in quotes, not as an expression.', zh: '请写成带引号的文字，而非表达式。' },
  },
  'expression/bad-literal': {
    severity: 'error',
    sentence: { en: '"{text}" is not {type}.', zh: '“{text}”不是 {type}。' },
    hint: { en: 'Write it like {example}.', zh: '请写成 {example} 的形式。' },
  },
  'expression/size-division': {
    severity: 'error',
    sentence: {
      en: 'One size() divided by another fails as soon as the list is empty.',
      zh: '两个 size() 相除，列表为空时会失败。',
    },
    hint: {
      en: 'Write share(part, whole); it is 0 of an empty list.',
      zh: '请写 share(part, whole)；列表为空时得 0。',
    },
  },
  'expression/calendar-length': {
    severity: 'error',
    sentence: {
      en: 'A length in months, workhours or workdays has no fixed number of hours.',
      zh: '以月、工时或工作日计的时长没有固定的小时数。',
    },
    hint: {
      en: 'Compare with days or weeks, or count with workdays(from, to).',
      zh: '请与天或周比较，或用 workdays(from, to) 计算。',
    },
  },
  'expression/mixed-list': {
    severity: 'error',
    sentence: { en: 'A list cannot hold {left} beside {right}.', zh: '列表不能同时包含 {left} 和 {right}。' },
    hint: { en: 'All items of a list have one type.', zh: '列表各项须为同一类型。' },
  },
  'expression/has-needs-field': {
    severity: 'error',
    sentence: { en: 'has() asks about a field, such as has(data.note).', zh: 'has() 判断字段，例如 has(data.note)。' },
    hint: { en: 'Write the path of one field.', zh: '请写一个字段的路径。' },
  },
  'expression/variable-needed': {
    severity: 'error',
    sentence: { en: '{function} needs the name of a variable here.', zh: '{function} 此处需要一个变量名。' },
    hint: { en: 'Write it as in list.filter(a, a.ready).', zh: '请写成 list.filter(a, a.ready) 的形式。' },
  },
  'expression/bad-pattern': {
    severity: 'error',
    sentence: { en: 'The pattern "{pattern}" cannot be used: {detail}.', zh: '模式“{pattern}”不能使用：{detail}。' },
    hint: {
      en: 'Use a simple pattern: no repeated group that repeats inside, no look-around, at most three "*" or "+".',
      zh: '请用简单的模式：重复的组内不得再有重复，不用环视，“*”或“+”不超过三个。',
    },
  },
  'expression/missing-field': {
    severity: 'error',
    sentence: { en: '{type} needs its field "{field}".', zh: '{type} 缺少字段“{field}”。' },
    hint: { en: 'Give it; only fields that end in "?" may be left out.', zh: '请给出；只有以“?”结尾的字段可省略。' },
  },
  'expression/absent': {
    severity: 'error',
    sentence: { en: '"{path}" was read and is not there.', zh: '读取了“{path}”，但它不存在。' },
    hint: {
      en: 'Fill it first, or ask has({path}) in the definition.',
      zh: '请先填写，或在定义中用 has({path}) 判断。',
    },
  },
  'expression/division-by-zero': {
    severity: 'error',
    sentence: { en: 'Division by zero.', zh: '除以零。' },
    hint: { en: 'share(part, whole) is 0 where the whole is 0.', zh: 'share(part, whole) 在总数为 0 时得 0。' },
  },
  'expression/no-such-item': {
    severity: 'error',
    sentence: {
      en: 'Item {index} was read of a list of {size}, counted from 0.',
      zh: '读取了列表的第 {index} 项（从 0 起），列表共 {size} 项。',
    },
    hint: { en: 'Compare with size() first.', zh: '请先与 size() 比较。' },
  },
  'expression/empty-list': {
    severity: 'error',
    sentence: { en: '{function} of an empty list has no answer.', zh: '空列表的 {function} 没有结果。' },
    hint: { en: 'Ask size() > 0 first.', zh: '请先判断 size() > 0。' },
  },
  'expression/number-too-large': {
    severity: 'error',
    sentence: { en: 'A number has grown too large.', zh: '数字过大。' },
    hint: { en: 'Check the figures that went in.', zh: '请检查输入的数字。' },
  },
  'expression/negative-length': {
    severity: 'error',
    sentence: { en: 'A length of time came out negative.', zh: '时长为负。' },
    hint: { en: 'Take the earlier moment from the later one.', zh: '请用较晚的时刻减去较早的时刻。' },
  },
  'expression/text-too-long': {
    severity: 'error',
    sentence: {
      en: 'A text of {size} characters is too long for its pattern; {limit} is the limit.',
      zh: '文本有 {size} 个字符，超过其模式的上限 {limit}。',
    },
    hint: { en: 'Use a simpler pattern or a shorter text.', zh: '请用更简单的模式或更短的文本。' },
  },
  'expression/bad-value': {
    severity: 'error',
    sentence: { en: 'A stored value is not {type}.', zh: '存储的值不是 {type}。' },
    hint: { en: 'The value does not fit the type the definition gives it.', zh: '该值不符合定义给出的类型。' },
  },
  'expression/value-missing': {
    severity: 'error',
    sentence: { en: '"{path}"[ ({title})] is missing.', zh: '缺少“{path}”[（{title}）]。' },
    hint: { en: 'Give {type}[ ({parts})].', zh: '请给出 {type}[（{parts}）]。' },
  },
  'expression/value-unknown-field': {
    severity: 'error',
    sentence: { en: 'There is no field "{path}".', zh: '没有字段“{path}”。' },
    hint: { en: '[Did you mean "{near}"? ]Fields here: {known}.', zh: '[是否想写“{near}”？]此处字段：{known}。' },
  },
  'expression/value-wrong-type': {
    severity: 'error',
    sentence: { en: '"{path}" is not {type}.', zh: '“{path}”不是 {type}。' },
    hint: { en: 'Write it like {example}.', zh: '请写成 {example} 的形式。' },
  },
  'expression/value-unknown-word': {
    severity: 'error',
    sentence: { en: '"{path}" cannot be "{word}".', zh: '“{path}”不能是“{word}”。' },
    hint: { en: '[Did you mean "{near}"? ]Possible: {known}.', zh: '[是否想写“{near}”？]可用：{known}。' },
  },
  'expression/value-too-small': {
    severity: 'error',
    sentence: { en: '"{path}" is below {min}.', zh: '“{path}”小于 {min}。' },
    hint: { en: 'Give {min} or more.', zh: '请给出不小于 {min} 的值。' },
  },
  'expression/value-too-large': {
    severity: 'error',
    sentence: { en: '"{path}" is above {max}.', zh: '“{path}”大于 {max}。' },
    hint: { en: 'Give {max} or less.', zh: '请给出不大于 {max} 的值。' },
  },
  'expression/value-too-few': {
    severity: 'error',
    sentence: { en: '"{path}" has {size} items, fewer than {min}.', zh: '“{path}”有 {size} 项，少于 {min} 项。' },
    hint: { en: 'Give {min} or more.', zh: '请至少给出 {min} 项。' },
  },
  'expression/value-too-many': {
    severity: 'error',
    sentence: { en: '"{path}" has {size} items, more than {max}.', zh: '“{path}”有 {size} 项，多于 {max} 项。' },
    hint: { en: 'Give {max} or fewer.', zh: '请至多给出 {max} 项。' },
  },
} as const satisfies CatalogTable
