import { embeddedEngine } from './open-host.ts'
import { run } from './run.ts'
import { processSession } from './session.ts'
import { startProgramme } from './start-programme.ts'

/** Runs the command line of this process and sets its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  process.exitCode = await run(argv, processSession(embeddedEngine()))
}

/** `npm start`: shows the example programme, started if it is not there. */
export async function start(flags: readonly string[]): Promise<void> {
  process.exitCode = await startProgramme(flags, processSession(embeddedEngine()))
}
