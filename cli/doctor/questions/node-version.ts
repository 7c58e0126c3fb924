import { problem } from '../../../engine/problem/catalog.ts'
import type { Machine, Question } from '../question.ts'

/** As package.json has it under `engines`; a test holds the two together. */
export const oldestNode = '20.19'

/** Whether Node is new enough. */
export const nodeVersion: Question<Machine> = {
  id: 'node-version',
  ask: ({ node }) => {
    const [major = 0, minor = 0] = node.split('.').map(Number)
    const [least = 0, lesser = 0] = oldestNode.split('.').map(Number)
    const isOld = major < least || (major === least && minor < lesser)
    return isOld ? [problem('doctor/old-node', { found: node, needed: oldestNode })] : []
  },
}
