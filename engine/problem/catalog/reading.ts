import type { CatalogTable } from './entry.ts'

/** Codes `definition/…`: faults found while templates are expanded and names, types and expressions are read. */
export const readingCodes = {
  'definition/no-project': {
    severity: 'error',
    sentence: { en: 'There is no project at {path}.', zh: '{path} 处没有项目。' },
    hint: { en: 'A project is a folder with a picket.yaml.', zh: '项目是含有 picket.yaml 的文件夹。' },
  },
  'definition/endless-children': {
    severity: 'error',
    sentence: {
      en: 'The process {process} waits, through its children, for itself.',
      zh: '流程 {process} 通过子流程等待自身。',
    },
    hint: {
      en: 'Start the other process instead of running it as a child.',
      zh: '请用 start 启动另一流程，而不是作为子流程运行。',
    },
  },
  'definition/unknown-template': {
    severity: 'error',
    sentence: { en: 'There is no template {name}.', zh: '没有模板 {name}。' },
    hint: {
      en: '[Did you mean {near}? ]Declare it under templates, or as a document `template: …` of the project.',
      zh: '[是否指 {near}？]请在 templates 下声明，或写成项目中的 `template: …` 文档。',
    },
  },
  'definition/template-of-project': {
    severity: 'error',
    sentence: {
      en: 'The project has a template {name} too, in {file}: it would not be clear which one is used.',
      zh: '项目中也有模板 {name}（{file}）：无法确定使用哪一个。',
    },
    hint: { en: 'Rename this one, or delete it and use the other.', zh: '请改名，或删除此模板而使用项目中的。' },
  },
  'definition/endless-template': {
    severity: 'error',
    sentence: {
      en: 'The template {name} would use itself without end: {chain}.',
      zh: '模板 {name} 会无休止地使用自身：{chain}。',
    },
    hint: {
      en: 'Break the circle: a template may use others, but not itself.',
      zh: '请打断循环：模板可以使用其他模板，但不能使用自身。',
    },
  },
  'definition/unused-template': {
    severity: 'warning',
    sentence: {
      en: 'No process of the project uses the template {name}: its states stand nowhere and are not checked.',
      zh: '项目中没有流程使用模板 {name}：其状态不会出现，也未经检查。',
    },
    hint: { en: 'Use it, or delete it.', zh: '请使用或删除。' },
  },
  'definition/document-twice': {
    severity: 'error',
    sentence: {
      en: 'The project has a {kind} {id} already, in {file}, line {line}.',
      zh: '项目中已有 {kind} {id}，在 {file} 第 {line} 行。',
    },
    hint: { en: 'Keep one of them, or give this one another name.', zh: '请只保留一个，或改名。' },
  },
  'definition/template-too-deep': {
    severity: 'error',
    sentence: {
      en: 'Templates are nested more than {limit} deep at {name}.',
      zh: '模板 {name} 的嵌套超过 {limit} 层。',
    },
    hint: { en: 'A template may use others, but not itself.', zh: '模板可以使用其他模板，但不能使用自身。' },
  },
  'definition/too-many-states': {
    severity: 'error',
    sentence: {
      en: 'The process has more than {limit} states once its templates are expanded.',
      zh: '模板展开后流程超过 {limit} 个状态。',
    },
    hint: { en: 'Split it into child processes.', zh: '请拆分为子流程。' },
  },
  'definition/unknown-argument': {
    severity: 'error',
    sentence: { en: 'The template {template} has no parameter {name}.', zh: '模板 {template} 没有参数 {name}。' },
    hint: {
      en: '[Did you mean {near}? ]Parameters are declared under with.',
      zh: '[是否指 {near}？]参数在 with 下声明。',
    },
  },
  'definition/missing-argument': {
    severity: 'error',
    sentence: { en: 'The template {template} needs {name}.', zh: '模板 {template} 需要参数 {name}。' },
    hint: { en: 'Give it under with.', zh: '请在 with 下给出。' },
  },
  'definition/argument-kind': {
    severity: 'error',
    sentence: { en: 'The argument {name} must be a {type}.', zh: '参数 {name} 必须是 {type}。' },
    hint: { en: 'Look at the declaration in the template.', zh: '请查看模板中的声明。' },
  },
  'definition/argument-outside-template': {
    severity: 'error',
    sentence: { en: '${name} stands outside a template.', zh: '${name} 出现在模板之外。' },
    hint: { en: 'Arguments have a meaning only inside templates.', zh: '参数只在模板内有意义。' },
  },
  'definition/event-twice': {
    severity: 'error',
    sentence: { en: '{event} is taken by the template already.', zh: '模板已经处理 {event}。' },
    hint: { en: 'Make it a parameter of the template.', zh: '请将其改为模板的参数。' },
  },
  'definition/record-twice': {
    severity: 'error',
    sentence: { en: 'The data would hold two things called {name}.', zh: '数据中会有两个名为 {name} 的内容。' },
    hint: { en: 'Rename the state that uses the template, or the field.', zh: '请重命名使用模板的状态或该字段。' },
  },
  'definition/field-twice': {
    severity: 'error',
    sentence: {
      en: 'The field {name} is filled elsewhere with another type.',
      zh: '字段 {name} 在别处以另一类型填写。',
    },
    hint: { en: 'Use one type, or another name.', zh: '请使用同一类型，或改名。' },
  },
  'definition/unknown-type': {
    severity: 'error',
    sentence: { en: 'There is no type {name}.', zh: '没有类型 {name}。' },
    hint: { en: '[Did you mean {near}? ]Declare it under types.', zh: '[是否指 {near}？]请在 types 下声明。' },
  },
  'definition/endless-type': {
    severity: 'error',
    sentence: { en: 'The type {name} contains itself.', zh: '类型 {name} 包含自身。' },
    hint: { en: 'Break the circle.', zh: '请打断循环。' },
  },
  'definition/endless-value': {
    severity: 'error',
    sentence: { en: 'The value {name} depends on itself.', zh: '值 {name} 依赖自身。' },
    hint: { en: 'Values may use each other, but not in a circle.', zh: '值可以互相引用，但不能循环。' },
  },
  'definition/unknown-target': {
    severity: 'error',
    sentence: { en: 'There is no state {name} within reach.', zh: '此处找不到状态 {name}。' },
    hint: {
      en: '[Did you mean {near}? ]A name is looked up outwards; .x is a child, /a.b starts at the root of the text.',
      zh: '[是否指 {near}？]名称由内向外查找；.x 指子状态，/a.b 从文本的根开始。',
    },
  },
  'definition/unknown-event': {
    severity: 'error',
    sentence: {
      en: '{name} is neither a declared event nor an ending of this state.',
      zh: '{name} 既不是已声明的事件，也不是此状态的结束。',
    },
    hint: { en: '[Did you mean {near}? ]Declare it under events.', zh: '[是否指 {near}？]请在 events 下声明。' },
  },
  'definition/unknown-field': {
    severity: 'error',
    sentence: { en: 'There is no field {name} to write.', zh: '没有可写入的字段 {name}。' },
    hint: { en: '[Did you mean {near}? ]Declare it under data.', zh: '[是否指 {near}？]请在 data 下声明。' },
  },
  'definition/unknown-input': {
    severity: 'error',
    sentence: { en: '{name} is not asked for.', zh: '不需要输入 {name}。' },
    hint: {
      en: '[Did you mean {near}? ]See the input that is declared there.',
      zh: '[是否指 {near}？]请查看所声明的输入。',
    },
  },
  'definition/missing-input': {
    severity: 'error',
    sentence: { en: 'The input {name} is missing.', zh: '缺少输入 {name}。' },
    hint: { en: 'Give it under with.', zh: '请在 with 下给出。' },
  },
  'definition/unknown-process': {
    severity: 'error',
    sentence: { en: 'There is no process {name}.', zh: '没有流程 {name}。' },
    hint: {
      en: "[Did you mean {near}? ]It must be among the project's documents.",
      zh: '[是否指 {near}？]它必须在项目的文档之中。',
    },
  },
  'definition/unknown-action': {
    severity: 'error',
    sentence: { en: 'No plugin offers the action {name}.', zh: '没有插件提供动作 {name}。' },
    hint: {
      en: '[Did you mean {near}? ]A program that hands the project its plugins must run it.',
      zh: '[是否指 {near}？]须由为项目提供插件的程序来运行。',
    },
  },
  'definition/unknown-beside': {
    severity: 'error',
    sentence: { en: 'There is no work beside the flow called {name}.', zh: '没有名为 {name} 的旁路任务。' },
    hint: { en: '[Did you mean {near}? ]Declare it under tasks.', zh: '[是否指 {near}？]请在 tasks 下声明。' },
  },
  'definition/quorum': {
    severity: 'error',
    sentence: { en: 'The quorum {text} does not fit {seats} seats.', zh: '法定人数 {text} 与 {seats} 个席位不符。' },
    hint: { en: 'Write all, any, majority, 2 of 3, or 80%.', zh: '请写 all、any、majority、2 of 3 或 80%。' },
  },
  'definition/each-form': {
    severity: 'error',
    sentence: { en: 'This does not name a variable and a list.', zh: '此处没有写明变量和列表。' },
    hint: { en: 'Write: x in data.list', zh: '请写：x in data.list' },
  },
  'definition/each-list': {
    severity: 'error',
    sentence: { en: 'This is not a list.', zh: '这不是列表。' },
    hint: { en: 'Name a list after in.', zh: '请在 in 之后给出列表。' },
  },
  'definition/expression-expected': {
    severity: 'error',
    sentence: { en: 'An expression is expected here.', zh: '此处应为表达式。' },
    hint: { en: 'Write it as one value, in double quotes.', zh: '请写成一个值，并加双引号。' },
  },
  'definition/text-braces': {
    severity: 'error',
    sentence: {
      en: 'The braces of this text do not match: what they were to fill in would be shown as it is written.',
      zh: '此文本的花括号不成对：应填入的内容会原样显示。',
    },
    hint: {
      en: "Close each brace; one that is meant as a sign stands in single quotes: '{'.",
      zh: "请补全花括号；若花括号本身就是文字，请加单引号：'{'。",
    },
  },
  'definition/not-a-length': {
    severity: 'error',
    sentence: { en: '{text} is not a length of time.', zh: '{text} 不是时间长度。' },
    hint: {
      en: 'Write 3 workdays, 24 hours, 2 weeks, or the name of a parameter of type duration.',
      zh: '请写 3 workdays、24 hours、2 weeks，或类型为 duration 的参数名。',
    },
  },
  'definition/not-a-moment': {
    severity: 'error',
    sentence: { en: 'This is not a date or a time.', zh: '这不是日期或时间。' },
    hint: { en: 'Give an expression of type date or datetime.', zh: '请给出类型为 date 或 datetime 的表达式。' },
  },
  'definition/remind-form': {
    severity: 'error',
    sentence: { en: '{text} does not say how long before.', zh: '{text} 没有说明提前多久。' },
    hint: { en: 'Write: 1 workday before', zh: '请写：1 workday before' },
  },
  'definition/output-types': {
    severity: 'error',
    sentence: {
      en: 'The ends of the process give {name} with different types.',
      zh: '流程的各个结束以不同类型给出 {name}。',
    },
    hint: { en: 'Use one type, or another name.', zh: '请使用同一类型，或改名。' },
  },
} as const satisfies CatalogTable
