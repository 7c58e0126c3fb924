/** Draws an answer again whenever it has changed, until the user interrupts. */
import type { Output } from './failure.ts'
import type { Session } from './session.ts'

/** How often it is looked whether another program has committed (ms); the look costs no read of a row. */
const interval = 500
/** Times that a page tells are told anew so often (ms), though nothing was written. */
const minute = 60_000
/** Clears the screen of a terminal and what was scrolled off it. */
const clear = '\u001b[2J\u001b[3J\u001b[H'

/** What is left to say when everything was written already. */
export const nothingMore: Output = { json: {}, text: '' }

export interface Watched {
  /** The answer as it is at this moment. */
  draw(): Promise<Output>
  /** Another number once anybody has committed. */
  version(): number
}

/** On a terminal the page takes the place of the last one, else it follows; in JSON each is one line. */
export async function watch(session: Session, { draw, version }: Watched, isJson: boolean): Promise<Output> {
  let drawn = ''
  for (;;) {
    const [seen, at] = [version(), session.now()]
    const output = await draw()
    const page = isJson ? `${JSON.stringify(output.json)}\n` : output.text
    if (page !== drawn) session.write(isJson ? page : session.isTerminal ? clear + page : `${drawn && '\n'}${page}`)
    drawn = page
    while (!session.interrupted.aborted && version() === seen && session.now() - at < minute) {
      await session.pause(interval)
    }
    if (session.interrupted.aborted) return nothingMore
  }
}
