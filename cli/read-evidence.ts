/** Evidence named on the command line: files of at most 20 MB, or addresses. */
import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { NewEvidence } from '../engine/host/host.ts'
import { problem } from '../engine/problem/catalog.ts'
import { misuse, refuse } from './failure.ts'
import { detailOf } from './file-fault.ts'

/** The largest file that is kept, in bytes. */
const limit = 20 * 1024 * 1024

/** Reads `KIND=FILE` and `KIND=https://…`, in order. */
export function readEvidence(directory: string, texts: readonly string[]): NewEvidence[] {
  return texts.map((text) => {
    const [, kind, source] = /^([^=]+)=(.+)$/s.exec(text) ?? []
    if (kind === undefined || source === undefined) return misuse(problem('cli/bad-evidence', { text }))
    return readSource(directory, kind, source)
  })
}

/** A file's bytes, or an address as it is. */
export function readSource(directory: string, kind: string, source: string): NewEvidence {
  return /^https?:\/\//.test(source) ? { kind, url: source } : { kind, ...readBytes(directory, source) }
}

function readBytes(directory: string, file: string): { readonly name: string; readonly bytes: Uint8Array } {
  const path = resolve(directory, file)
  try {
    const { size } = statSync(path)
    if (size <= limit) return { name: basename(path), bytes: readFileSync(path) }
    return refuse(problem('store/file-too-large', { name: basename(path), size, limit }))
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) {
      return refuse(problem('cli/no-file', { file, detail: detailOf(thrown) }))
    }
    throw thrown
  }
}
