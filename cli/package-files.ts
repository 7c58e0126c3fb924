/** Files that come with the package: the shipped processes, the schema of the language. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The text of a file by its path in the package; the same from source, compiled and bundled. */
export function readPackageFile(path: string): string {
  return readFileSync(join(packageFolder(), path), 'utf8')
}

/** The schema of documents as people write them, with a description of every key. */
export function languageSchema(): string {
  return readPackageFile('engine/definition/schema/generated/written.schema.json')
}

/** The nearest folder above this file that holds a `package.json`. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
