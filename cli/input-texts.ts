/** What help says of arguments and flags, in both languages. A test holds it to those the commands have. */
import type { Bilingual } from '../engine/problem/catalog/entry.ts'
import type { Locale } from '../engine/problem/problem.ts'
import type { CommandId } from './command-table.ts'

/** What each argument is, by its name; a command's own meaning is under `COMMAND/ARGUMENT`. */
export const argumentTexts: Readonly<Record<string, Bilingual>> = {
  folder: { en: 'where the project shall be: a new folder, or an empty one', zh: '项目位置：新文件夹或空文件夹' },
  shell: { en: 'bash, zsh or fish', zh: 'bash、zsh 或 fish' },
  path: { en: 'files or folders; the whole project if none is named', zh: '文件或文件夹；不写则检查整个项目' },
  process: { en: 'id of a process', zh: '流程标识' },
  subject: { en: 'id of a process, or of an instance', zh: '流程或实例的标识' },
  instance: { en: 'id of an instance, or an ending of it that is unique', zh: '实例标识，或其唯一的结尾部分' },
  event: { en: 'name of the event', zh: '事件名称' },
  task: {
    en: 'id of a task, or a key on the path of its state that means only one',
    zh: '任务标识，或其状态路径上唯一的键',
  },
  person: { en: 'id of a person', zh: '人员标识' },
  decision: { en: 'approve or reject', zh: 'approve（批准）或 reject（否决）' },
  'task|instance': { en: 'a task, or an instance', zh: '任务或实例' },
  text: { en: 'what others should know', zh: '需要告知他人的内容' },
  kind: { en: 'kind of evidence, as the task names it', zh: '证据类型，以任务所列为准' },
  'file|url': { en: 'a file (20 MB at most) or an address', zh: '文件（不超过 20 MB）或网址' },
  'backup/file': { en: 'a new file', zh: '新文件' },
  'restore/file': { en: 'a backup', zh: '备份文件' },
  file: { en: 'a YAML file with an organisation', zh: '含组织的 YAML 文件' },
}

/** What each flag does, by its name; a command's own meaning is under `COMMAND/FLAG`. */
export const flagTexts: Readonly<Record<string, Bilingual>> = {
  company: { en: 'name of the company; the folder’s name if left out', zh: '公司名称；默认用文件夹名' },
  zone: {
    en: 'its time zone, such as Asia/Shanghai; this machine’s if left out',
    zh: '时区，如 Asia/Shanghai；默认用本机时区',
  },
  languages: {
    en: 'languages of all texts, the one for answers first: en, zh, en,zh or zh,en',
    zh: '所有文字的语言，首个用于回答：en、zh、en,zh 或 zh,en',
  },
  currency: { en: 'currency of money, by its three letters', zh: '货币的三字母代码' },
  person: {
    en: 'somebody who takes part: id, a name for each language, roles; may be repeated',
    zh: '参与人员：标识、各语言的姓名、角色；可重复',
  },
  full: { en: 'prove every journal, not only those that moved last', zh: '验证全部日志，而不只是最近变动的' },
  json: { en: 'answer in JSON, in the shape docs/cli.md gives', zh: '以 JSON 回答，格式见 docs/cli.md' },
  as: { en: 'who acts', zh: '由谁执行' },
  database: { en: 'the SQLite file, instead of the project’s', zh: 'SQLite 文件，代替项目所指定的' },
  locale: { en: 'language, instead of the project’s', zh: '语言，代替项目所指定的' },
  project: { en: 'its picket.yaml or folder, instead of the nearest', zh: 'picket.yaml 或其文件夹，代替最近的一个' },
  set: { en: 'fill in a field; may be repeated, and reach inside with dots', zh: '填写字段；可重复，可用点号深入' },
  input: {
    en: 'fields from a JSON or YAML file; - is the standard input',
    zh: '从 JSON 或 YAML 文件读取字段；- 为标准输入',
  },
  id: { en: 'the public id of the new instance', zh: '新实例的公开标识' },
  comment: { en: 'a remark for the journal', zh: '写入日志的说明' },
  format: {
    en: 'svg, png, mermaid, or xstate for the machine as JSON',
    zh: 'svg、png、mermaid，或 xstate（状态机 JSON）',
  },
  output: { en: 'write there instead of the standard output', zh: '写入文件，代替标准输出' },
  process: { en: 'only of this process', zh: '仅限该流程' },
  status: { en: 'only in this status', zh: '仅限该状态' },
  history: { en: 'also what happened, entry by entry', zh: '同时显示全部经过' },
  why: {
    en: 'why it waits, what would unblock it, and the command for it',
    zh: '它为何等待、怎样推动，以及相应的命令',
  },
  instance: { en: 'only of this instance', zh: '仅限该实例' },
  role: { en: 'only for this role', zh: '仅限该角色' },
  all: { en: 'closed ones too', zh: '包括已结束的' },
  evidence: {
    en: 'attach a file (20 MB at most) or an address; may be repeated',
    zh: '附上文件（不超过 20 MB）或网址；可重复',
  },
  'keep-dates': { en: 'leave due times as they were', zh: '期限保持不变' },
  incident: { en: 'only this incident', zh: '仅重试该故障' },
  'until-idle': { en: 'stop when nothing is due', zh: '没有到期事项时停止' },
  remove: { en: 'take out who is not in the file', zh: '移除文件中没有的人员' },
  seed: { en: 'seed of chance; the same seed gives the same film', zh: '随机种子；同一种子得到同一过程' },
  from: { en: 'the day it begins', zh: '开始日期' },
  'check/from': {
    en: 'warn where a calendar does not reach a year from that day',
    zh: '若日历不足以覆盖该日起一年则警告',
  },
  param: { en: 'a figure of the process, over its default; may be repeated', zh: '流程参数，代替默认值；可重复' },
  watch: { en: 'show it again after each change, until Ctrl-C', zh: '有变动即重新显示，按 Ctrl-C 结束' },
  yes: { en: 'go on without a question', zh: '不询问，直接执行' },
  'dry-run': { en: 'only say what would be erased', zh: '只说明将擦除的内容' },
  number: { en: 'which of that kind, from 1; the last unless given', zh: '该类型的第几份，从 1 起；默认最后一份' },
  'evidence get/output': {
    en: 'a new file; by default one of its own name here',
    zh: '新文件；默认以原名写在当前文件夹',
  },
  script: { en: 'a file with answers and decisions', zh: '含答复与决定的文件' },
}

/** What a flag or an argument is called for: in this command, else in general. */
export function ownText(
  texts: Readonly<Record<string, Bilingual>>,
  id: CommandId,
  name: string,
  locale: Locale,
): string {
  return (texts[`${id}/${name}`] ?? texts[name])?.[locale] ?? ''
}
