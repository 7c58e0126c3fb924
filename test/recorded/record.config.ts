/** `npm run record` is no test: what it runs is in no other run. */
import { defineConfig } from 'vitest/config'
import tests from '../../vitest.config.ts'

export default defineConfig({
  ...tests,
  test: { ...tests.test, include: ['test/recorded/record.ts'], coverage: { enabled: false } },
})
