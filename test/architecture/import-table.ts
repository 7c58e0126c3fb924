/**
 * Who may import whom, as data: `imports.test.ts` walks the real graph against it, and `engine/README.md` shows it.
 * The order of the rows is the story's; nothing imports a row below its own, save where a reason stands here.
 */

/** `all`: values and types. `types`: only what vanishes when the code is compiled. */
export type Right = 'all' | 'types'

export interface Folder {
  readonly folder: string
  /** Knows no Node, no clock, no chance and no promise. */
  readonly pure?: true
  readonly may: Readonly<Record<string, Right>>
}

export const folders: readonly Folder[] = [
  { folder: 'engine/problem', pure: true, may: {} },
  { folder: 'engine/calendar', pure: true, may: { 'engine/problem': 'all' } },
  { folder: 'engine/expression', pure: true, may: { 'engine/problem': 'all', 'engine/calendar': 'all' } },
  {
    folder: 'engine/definition',
    pure: true,
    may: { 'engine/problem': 'all', 'engine/calendar': 'all', 'engine/expression': 'all' },
  },
  // Fields of an action are declared as in YAML, so the declaration is read by the reader of definitions.
  {
    folder: 'engine/plugin',
    may: { 'engine/problem': 'all', 'engine/expression': 'types', 'engine/definition': 'all' },
  },
  {
    folder: 'engine/lint',
    pure: true,
    may: {
      'engine/problem': 'all',
      'engine/calendar': 'all',
      'engine/expression': 'all',
      'engine/definition': 'all',
    },
  },
  {
    folder: 'engine/machine',
    pure: true,
    may: { 'engine/problem': 'all', 'engine/expression': 'types', 'engine/definition': 'all' },
  },
  {
    folder: 'engine/step',
    pure: true,
    may: {
      'engine/problem': 'all',
      'engine/calendar': 'all',
      'engine/expression': 'all',
      'engine/definition': 'all',
      'engine/machine': 'all',
    },
  },
  {
    folder: 'engine/journal',
    pure: true,
    may: { 'engine/problem': 'all', 'engine/expression': 'types', 'engine/step': 'all' },
  },
  // The port `host.ts` gives the shapes of claims and rows; of the host itself nothing comes here.
  {
    folder: 'engine/store',
    may: {
      'engine/problem': 'all',
      'engine/calendar': 'types',
      'engine/expression': 'types',
      'engine/step': 'all',
      'engine/journal': 'all',
      'engine/host': 'types',
    },
  },
  {
    folder: 'engine/people',
    may: {
      'engine/problem': 'all',
      'engine/expression': 'types',
      'engine/definition': 'types',
      'engine/step': 'types',
      'engine/store': 'all',
      'engine/host': 'types',
    },
  },
  // The port `host.ts` gives the shape of a task's row; of the host itself nothing comes here.
  {
    folder: 'engine/waiting',
    may: {
      'engine/problem': 'all',
      'engine/expression': 'all',
      'engine/definition': 'types',
      'engine/step': 'all',
      'engine/people': 'all',
      'engine/host': 'types',
    },
  },
  // Of the host only `zone-offsets.ts` (see `doors`): a calendar is compiled with the zone data of this machine.
  {
    folder: 'engine/project',
    may: {
      'engine/problem': 'all',
      'engine/calendar': 'all',
      'engine/expression': 'types',
      'engine/definition': 'all',
      'engine/plugin': 'all',
      'engine/lint': 'all',
      'engine/machine': 'all',
      'engine/journal': 'all',
      'engine/people': 'all',
      'engine/host': 'all',
    },
  },
  {
    folder: 'engine/host',
    may: {
      'engine/problem': 'all',
      'engine/calendar': 'types',
      'engine/expression': 'all',
      'engine/definition': 'all',
      'engine/plugin': 'types',
      'engine/machine': 'all',
      'engine/step': 'all',
      'engine/journal': 'all',
      'engine/store': 'all',
      'engine/people': 'all',
      'engine/waiting': 'all',
      'engine/project': 'all',
    },
  },
  {
    folder: 'engine/rehearsal',
    may: {
      'engine/problem': 'all',
      'engine/calendar': 'all',
      'engine/expression': 'all',
      'engine/definition': 'all',
      'engine/plugin': 'types',
      'engine/machine': 'all',
      'engine/step': 'all',
      'engine/people': 'all',
      'engine/project': 'types',
    },
  },
  {
    folder: 'engine/text',
    may: { 'engine/problem': 'all', 'engine/calendar': 'all', 'engine/expression': 'types' },
  },
  {
    folder: 'engine/picture',
    may: {
      'engine/problem': 'all',
      'engine/calendar': 'all',
      'engine/expression': 'types',
      'engine/definition': 'types',
    },
  },
]

/** The parts around the engine's folders. */
export const surroundings: readonly Folder[] = [
  {
    folder: 'engine/index.ts',
    may: Object.fromEntries(folders.map(({ folder }) => [folder, 'all' as const])),
  },
  { folder: 'plugins', may: { 'engine/plugin': 'all' } },
  {
    folder: 'cli',
    may: Object.fromEntries(
      [...folders.map(({ folder }) => folder), 'engine/index.ts', 'plugins'].map((to) => [to, 'all']),
    ),
  },
]

/** What lies behind a door may be imported, as values, by those named and nobody else outside it. */
export interface Door {
  readonly to: string
  readonly from: readonly string[]
}

export const doors: readonly Door[] = [
  // The composition roots choose the host.
  { to: 'engine/host/sqlite', from: ['cli/open-host.ts', 'engine/index.ts'] },
  { to: 'engine/store', from: ['engine/host', 'engine/people', 'cli/open-host.ts'] },
  { to: 'engine/store/open-database.ts', from: ['engine/host/sqlite', 'cli/open-host.ts'] },
  { to: 'engine/host', from: ['engine/project', 'cli/open-host.ts', 'engine/index.ts'] },
  { to: 'engine/step/xstate-scope.ts', from: ['engine/step'] },
  { to: 'engine/definition/parse-yaml.ts', from: ['engine/definition', 'cli/read-fields.ts'] },
]

/** Single files that a folder may import of another, where the table gives it the whole. */
export const narrow: readonly { readonly from: string; readonly to: string; readonly only: readonly string[] }[] = [
  { from: 'engine/project', to: 'engine/host', only: ['engine/host/zone-offsets.ts'] },
]

/** Packages, each with the files or folders that may name it, in code or as text. */
export const pins: Readonly<Record<string, { readonly all: readonly string[]; readonly types?: readonly string[] }>> = {
  yaml: { all: ['engine/definition/parse-yaml.ts'] },
  '@marcbachmann/cel-js': { all: ['engine/expression/parse-expression.ts'] },
  xstate: { all: ['engine/step/xstate-scope.ts'] },
  '@photostructure/sqlite': { all: ['engine/store/driver.ts'] },
  'node:sqlite': { all: ['engine/store/driver.ts'] },
  // The directory is asked in Kysely's terms, its queries stand in the store.
  kysely: { all: ['engine/store'], types: ['engine/people/directory.ts'] },
  elkjs: { all: ['engine/picture/layout.ts'] },
  '@resvg/resvg-wasm': { all: ['engine/picture/render-png.ts'] },
  'string-width': { all: ['engine/picture/measure-text.ts'] },
  'intl-messageformat': { all: ['engine/text/icu-message.ts'] },
  'temporal-polyfill': { all: ['engine/host/zone-offsets.ts'] },
  '@oclif/core': { all: ['cli'] },
}
