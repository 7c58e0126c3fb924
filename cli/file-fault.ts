/** Why the system refused a file, such as `ENOENT: no such file or directory`, without its path. */
export function detailOf(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.message : String(thrown)).replace(/, \w+ '.*$/s, '')
}
