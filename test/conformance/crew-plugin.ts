/** The plugin of the suite: its answers depend on what it is asked, so that a scenario says what shall happen. */
import { defineAction } from '../../engine/plugin/action.ts'
import { definePlugin } from '../../engine/plugin/plugin.ts'

/** How often each effect was performed, by its key; emptied before each scenario. */
export const performed = new Map<string, number>()

/** Asked with it, the action always fails; ... */
export const failing = -1
/** ... fails twice and then answers; ... */
export const failingTwice = 7
/** ... answers with something else than it declares. */
export const answeringWrong = 13

export const crew = definePlugin({
  id: 'crew',
  version: '1.0.0',
  actions: [
    defineAction({
      name: 'double-value',
      input: { value: 'integer' },
      output: { value: 'integer' },
      retry: { attempts: 3, first: 1000, factor: 2, longest: 60_000 },
      perform: ({ input, key }) => {
        const tries = (performed.get(key) ?? 0) + 1
        performed.set(key, tries)
        const value = Number(input.value)
        if (value === failing || (value === failingTwice && tries < 3)) throw new Error('the line is busy')
        return value === answeringWrong ? { value: 'thirteen' } : { value: value * 2 }
      },
    }),
    defineAction({
      name: 'wait-long',
      input: { value: 'integer' },
      output: { value: 'integer' },
      perform: ({ key }) => {
        performed.set(key, (performed.get(key) ?? 0) + 1)
        return { value: 1 }
      },
    }),
  ],
})
