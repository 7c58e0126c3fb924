/** The version and the root help, made from what the commands say of themselves. */
import type { AnswersAtOnce } from './answer-at-once.ts'
import { describeGroup } from './describe-command.ts'
import { version } from './version.ts'

export const preparedAnswers: AnswersAtOnce = {
  version: `picket ${version}\n`,
  help: (locale) => describeGroup('', locale),
}
