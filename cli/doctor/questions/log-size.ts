import { statSync } from 'node:fs'
import { problem } from '../../../engine/problem/catalog.ts'
import type { Question, WithFile } from '../question.ts'

const megabyte = 1024 * 1024

/** Megabytes that SQLite's log reaches only if it cannot be folded in. */
const most = 64

/** Whether the write-ahead log is folded in from time to time. */
export const logSize: Question<WithFile> = {
  id: 'log-size',
  ask: ({ file }) => {
    const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
    const megabytes = Math.floor(size / megabyte)
    return megabytes > most ? [problem('doctor/long-log', { store: file, megabytes })] : []
  },
}
