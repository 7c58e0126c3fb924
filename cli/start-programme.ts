/** `npm start`: the example programme, launched once and shown every time, by nothing but commands a user could type. */
import { exitCodes } from './failure.ts'
import { run } from './run.ts'
import type { Session } from './session.ts'

const example = 'workflows/examples/hope-optical'
const projectManager = 'chen.jing'

/**
 * Loads the organisation, starts the twelve-step transformation of the example (its key finds the one that runs already)
 * and prints its status page. `flags` go to every command, e.g. `--locale zh`. Answers the exit code.
 */
export async function startProgramme(flags: readonly string[], session: Session): Promise<number> {
  const by = ['--as', projectManager, ...flags]
  const commands = [
    ['people', 'load', `${example}/organisation.yaml`, ...by],
    ['start', 'twelve-step-transformation', '--input', `${example}/transformation.json`, ...by],
  ]
  let answer: { readonly instance?: string } = {}
  for (const command of commands) {
    let out = ''
    const write = (text: string) => {
      out += text
    }
    const code = await run([...command, '--json'], { ...session, write })
    if (code !== exitCodes.done) return run(command, session)
    answer = JSON.parse(out)
  }
  return run(['show', answer.instance ?? '', ...flags], session)
}
