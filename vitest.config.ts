import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** XState is pinned to its production build: Vitest would load the development one, which behaves differently. */
const xstate = fileURLToPath(new URL('./node_modules/xstate/dist/xstate.cjs.js', import.meta.url))

export default defineConfig({
  resolve: { alias: { xstate } },
  test: {
    include: ['test/**/*.test.ts'],
    disableConsoleIntercept: true,
    testTimeout: 60_000,
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'coverage/results.json' }]] : ['default'],
    env: { TZ: 'UTC' },
    coverage: {
      provider: 'v8',
      include: ['engine/**/*.ts', 'cli/**/*.ts', 'plugins/**/*.ts'],
      reporter: ['text-summary'],
    },
  },
})
