/** The import table as `engine/README.md` shows it. */
import { folders } from './import-table.ts'

/** Markdown: a row a folder, a column for each folder that another may import. */
export function tableText(): string {
  const columns = folders.filter(({ folder }) => folders.some(({ may }) => folder in may)).map(({ folder }) => folder)
  const cells = folders.map(({ folder, may }) => {
    const rights = columns.map((column) => ({ all: '●', types: 'T', none: ' ' })[may[column] ?? 'none'])
    return [short(folder), ...rights]
  })
  const head = ['', ...columns.map(short)]
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function short(folder: string): string {
  return folder.replace('engine/', '')
}
