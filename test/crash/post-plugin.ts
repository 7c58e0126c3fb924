/** A plugin whose effects are seen from outside: each performance leaves its key in a file that no kill takes back. */
import { appendFileSync } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'
import { defineAction } from '../../engine/plugin/action.ts'
import { definePlugin, type Plugin } from '../../engine/plugin/plugin.ts'

export function postPlugin(outside: string): Plugin {
  return definePlugin({
    id: 'post',
    version: '1.0.0',
    actions: [
      defineAction({
        name: 'weigh-parcel',
        input: { number: 'integer' },
        output: { grams: 'integer' },
        perform: async ({ input, key }) => {
          appendFileSync(outside, `${key}\n`)
          await breathe()
          return { grams: Number(input.number) }
        },
      }),
    ],
  })
}
