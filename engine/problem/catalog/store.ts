import type { CatalogTable } from './entry.ts'

/** Codes `store/…`: faults of the database. */
export const storeCodes = {
  'store/no-driver': {
    severity: 'error',
    sentence: { en: 'No SQLite driver could be loaded.', zh: '无法加载 SQLite 驱动。' },
    hint: {
      en: 'Install the optional dependencies (npm ci without --omit=optional), or use Node 22.13 or later.',
      zh: '请安装可选依赖（npm ci 不要加 --omit=optional），或使用 Node 22.13 及以上版本。',
    },
  },
  'store/no-directory': {
    severity: 'error',
    sentence: {
      en: 'The folder of the database {store} does not exist.',
      zh: '数据库 {store} 所在的文件夹不存在。',
    },
    hint: { en: 'Create the folder, or name another file.', zh: '请先建立该文件夹，或改用其他文件。' },
  },
  'store/cannot-open': {
    severity: 'error',
    sentence: { en: 'The database {store} cannot be opened: {detail}.', zh: '无法打开数据库 {store}：{detail}。' },
    hint: {
      en: 'Check that it is a file, and that you may read and write it.',
      zh: '请确认它是文件，并且有读写权限。',
    },
  },
  'store/not-a-database': {
    severity: 'error',
    sentence: { en: '{store} is not a SQLite database.', zh: '{store} 不是 SQLite 数据库。' },
    hint: {
      en: 'Name another file. This one was left as it is.',
      zh: '请改用其他文件；该文件未被改动。',
    },
  },
  'store/foreign-database': {
    severity: 'error',
    sentence: { en: '{store} is the database of another program.', zh: '{store} 是其他程序的数据库。' },
    hint: {
      en: 'Name another file. This one was left as it is.',
      zh: '请改用其他文件；该文件未被改动。',
    },
  },
  'store/newer-schema': {
    severity: 'error',
    sentence: {
      en: 'The store {store} was written by a newer version of this program: its schema is {found}, known here is {known}.',
      zh: '存储 {store} 由本程序的更新版本写成：其结构版本为 {found}，此处只支持到 {known}。',
    },
    hint: { en: 'Use the newer version.', zh: '请使用更新的版本。' },
  },
  'store/migration-failed': {
    severity: 'error',
    sentence: {
      en: 'The store {store} could not be brought to the present schema: {detail}.',
      zh: '无法把存储 {store} 升级到当前结构：{detail}。',
    },
    hint: {
      en: 'Nothing was changed. Keep a copy of it and report the fault.',
      zh: '没有任何改动。请保留一份副本并报告此问题。',
    },
  },
  'store/locked': {
    severity: 'error',
    sentence: {
      en: 'The database {store} was held by another program for more than {seconds} seconds.',
      zh: '数据库 {store} 被其他程序占用超过 {seconds} 秒。',
    },
    hint: {
      en: 'Try again. If it stays so, end the program that holds it.',
      zh: '请重试；若一直如此，请结束占用它的程序。',
    },
  },
  'store/read-only': {
    severity: 'error',
    sentence: { en: 'The database {store} may not be written.', zh: '数据库 {store} 不可写。' },
    hint: {
      en: 'Give yourself the right to write the file and its folder.',
      zh: '请取得该文件及其文件夹的写入权限。',
    },
  },
  'store/full': {
    severity: 'error',
    sentence: { en: 'There is no room left to write the database {store}.', zh: '没有空间写入数据库 {store}。' },
    hint: { en: 'Make room on the disk; nothing was half written.', zh: '请清理磁盘空间；没有写入一半的内容。' },
  },
  'store/gone': {
    severity: 'error',
    sentence: {
      en: 'The database {store} was taken away or replaced while this program had it open.',
      zh: '数据库 {store} 在本程序打开期间被移走或替换。',
    },
    hint: {
      en: 'Nothing was written. Put the file back where it was, then start the program again.',
      zh: '没有写入任何内容。请把文件放回原处，再重新启动本程序。',
    },
  },
  'store/damaged': {
    severity: 'error',
    sentence: { en: 'The database {store} is damaged: {detail}.', zh: '数据库 {store} 已损坏：{detail}。' },
    hint: {
      en: 'Put back a backup, or rescue what can be read with the sqlite3 program.',
      zh: '请恢复备份，或用 sqlite3 程序抢救可读的内容。',
    },
  },
  'store/failed': {
    severity: 'error',
    sentence: { en: 'The database {store} failed: {detail}.', zh: '数据库 {store} 出错：{detail}。' },
    hint: { en: 'Nothing of this step was written. Try again.', zh: '本次操作没有写入任何内容，请重试。' },
  },
  'store/in-use': {
    severity: 'error',
    sentence: { en: 'The database {store} is open in another program.', zh: '数据库 {store} 正被其他程序打开。' },
    hint: {
      en: 'End what works on it (picket run, show --watch) and try again. Nothing was changed.',
      zh: '请结束正在使用它的程序（picket run、show --watch）后重试。没有任何改动。',
    },
  },
  'store/file-there': {
    severity: 'error',
    sentence: { en: 'There is a file {file} already.', zh: '文件 {file} 已存在。' },
    hint: { en: 'It is not overwritten: choose another name.', zh: '不会覆盖它，请换一个名称。' },
  },
  'store/file-too-large': {
    severity: 'error',
    sentence: {
      en: 'The file “{name}” holds {size} bytes; at most {limit} are kept.',
      zh: '文件“{name}”有 {size} 字节，最多保存 {limit} 字节。',
    },
    hint: {
      en: 'Put it where your documents are kept, and attach its address.',
      zh: '请把它放到文档库，并附上其链接。',
    },
  },
} as const satisfies CatalogTable
