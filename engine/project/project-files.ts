/** The files of a project. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** The `picket.yaml` that a path means: the file itself, the one of a folder, or the nearest around another file. */
export function projectFile(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return undefined
  const isOwn = stat.isFile() && basename(path) === 'picket.yaml'
  let folder = resolve(stat.isDirectory() ? path : dirname(path))
  while (!existsSync(join(folder, 'picket.yaml'))) {
    const above = dirname(folder)
    if (stat.isDirectory() || isOwn || above === folder) return undefined
    folder = above
  }
  return join(folder, 'picket.yaml')
}

/** Every YAML file below a folder, in the order of their names; hidden folders and installed packages are passed over. */
export function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): readonly string[] => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : yamlFiles(path)
      return /\.ya?ml$/.test(entry.name) ? [path] : []
    })
}

/** The texts of a project's documents, by the names of their files. */
export function projectTexts(file: string): ReadonlyMap<string, string> {
  return new Map(yamlFiles(dirname(file)).map((name) => [name, readFileSync(name, 'utf8')] as const))
}
