import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { problem } from '../../../engine/problem/catalog.ts'
import type { Problem } from '../../../engine/problem/problem.ts'
import type { Question, WithProject } from '../question.ts'

const megabyte = 1024 * 1024

/** Megabytes under which a store soon cannot be written. */
const least = 100

/** Whether there is room on the disk of the store. */
export const freeRoom: Question<WithProject> = {
  id: 'free-room',
  ask: ({ file }) => {
    const folder = dirname(file)
    if (!existsSync(folder)) return []
    const { bavail, bsize } = statfsSync(folder)
    return judgeRoom(file, bavail * bsize)
  },
}

/** What so many free bytes mean for a store. */
export function judgeRoom(store: string, bytes: number): readonly Problem[] {
  const megabytes = Math.floor(bytes / megabyte)
  return megabytes < least ? [problem('doctor/little-room', { store, megabytes })] : []
}
