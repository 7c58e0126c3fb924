/** Documents that cannot stand in a text file, or are too large to. */

const head = 'process: sample\nversion: 1.0.0\ntitle: { en: Sample, zh: 样例 }\n'
const sound = `${head}initial: open\nstates:\n  open: { after: { 1 day: over } }\n  over: { type: final }\n`

/** A process whose one guard is this expression. */
function guarded(expression: string): string {
  const guard = `{ guard: '${expression}', target: over }`
  return `${head}data: { n: { type: number, default: 0 }, t: { type: text, default: x } }
initial: open
states:
  open: { always: ${guard}, after: { 1 day: over } }
  over: { type: final }
`
}

function bytes(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values)
}

function utf16(text: string, first: number, second: number): Uint8Array {
  const units = [0xfeff, ...Array.from(text, (character) => character.charCodeAt(0))]
  return bytes(...units.flatMap((unit) => (first > second ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])))
}

/** Text with these bytes in it. */
function withBytes(before: string, values: readonly number[], after: string): Uint8Array {
  return Buffer.concat([Buffer.from(before), Buffer.from(values), Buffer.from(after)])
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n')
}

/** A million characters of it. */
function full(text: string): string {
  return text.repeat(Math.floor(1_000_000 / text.length))
}

/** By name; each is made when it is judged. */
export const hostileDocuments: Readonly<Record<string, () => string | Uint8Array>> = {
  'bytes-nul': () => `${head}name: { en: "a\u0000b", zh: 甲 }\n`,
  'bytes-nul-at-the-end': () => `${sound}\u0000`,
  'bytes-only-nul': () => bytes(0, 0, 0, 0),
  'bytes-bell': () => `${head}name: { en: "a\u0007b", zh: 甲 }\n`,
  'bytes-not-utf-8': () => withBytes(head, [0xff, 0xfe, 0x80], '\n'),
  'bytes-latin-1': () => withBytes('process: sample\ntitle: { en: Caf', [0xe9], ' }\n'),
  'bytes-gbk': () => withBytes('process: sample\ntitle: { zh: ', [0xd1, 0xf9, 0xc0, 0xfd], ' }\n'),
  'bytes-overlong': () => withBytes(head, [0xc0, 0xaf, 0xe0, 0x80, 0xaf], '\n'),
  'bytes-half-a-pair': () => withBytes(`${head}name: { en: a`, [0xed, 0xa0, 0x80], ', zh: 甲 }\n'),
  'bytes-cut-short': () => withBytes(sound, [0xe6, 0xa0], ''),
  'bytes-beyond-unicode': () => withBytes(sound, [0xf4, 0x90, 0x80, 0x80], ''),
  'bytes-no-characters': () => withBytes(`${head}name: { en: a`, [0xef, 0xbf, 0xbe], ', zh: 甲 }\n'),
  'bytes-utf-16-little': () => utf16(sound, 1, 0),
  'bytes-utf-16-big': () => utf16(sound, 0, 1),
  'bytes-of-a-picture': () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
  'bytes-mark-is-fine': () => `\ufeff${sound}`,
  'bytes-mark-twice': () => `\ufeff\ufeff${sound}`,
  'bytes-mark-inside': () => `${head}\ufeffinitial: open\nstates: { open: { type: final } }\n`,
  'lines-end-in-cr-lf-is-fine': () => sound.replaceAll('\n', '\r\n'),
  'lines-end-in-cr-lf-places': () => sound.replace('over }', 'ovre }').replaceAll('\n', '\r\n'),
  'lines-end-in-cr-is-fine': () => sound.replaceAll('\n', '\r'),
  'lines-end-in-next-line': () => sound.replaceAll('\n', '\u0085'),
  'lines-end-in-separator': () => sound.replaceAll('\n', '\u2028'),
  'lines-end-without-last-is-fine': () => sound.trimEnd(),
  'blank-is-no-break': () => sound.replace('  open', '\u00a0\u00a0open'),
  'blank-is-full-width': () => sound.replace('  open', '\u3000open'),
  'tab-within-flow': () => sound.replace('{ 1 day: over }', '{\n\t1 day: over }'),
  'tab-before-comment': () => sound.replace('over }', 'over }\t# fine'),
  'tab-for-blank-after-colon': () => sound.replace('open: {', 'open:\t{'),
  'large-ten-megabytes': () => `# ${'x'.repeat(10_000_000)}`,
  'large-comment-is-fine': () => `# ${'x'.repeat(1_000_000)}\n${sound}`,
  'large-text': () => `${head}name: { en: ${full('x')}, zh: 甲 }\n`,
  'large-key': () => `${head}${full('k')}: 1\n`,
  'large-key-of-2000': () => `${head}${'k'.repeat(2000)}: 1\n`,
  'large-word-misformed': () => sound.replace('1 day: over', `1 day: ${full('o ')}`),
  'large-number': () => sound.replace('over }', `{ target: over, odds: ${'9'.repeat(100_000)} } }`),
  'many-documents': () => '---\na: 1\n'.repeat(1_001),
  'many-keys': () =>
    `${head}data:\n${lines(100_000, (index) => `  a${index}: number`)}\ninitial: over\nstates: { over: { type: final } }\n`,
  'many-unknown-keys': () => `${head}${lines(20_000, (index) => `key${index}: 1`)}\n`,
  'many-faults': () =>
    `${head}initial: over\nstates:\n${lines(8_000, (index) => `  s${index}: { after: { 1 day: nowhere${index} } }`)}\n`,
  'many-braces': () => `${head}data: [${full('{},')}]\n`,
  'many-anchors': () => `${head}data: ${full('&a ')}\n`,
  'many-aliases': () => `${head}x: &a 1\ndata: [${full('*a,')}]\n`,
  'many-question-marks': () => full('? '),
  'many-colons': () => full(': '),
  'many-quotes': () => full('"'),
  'many-commas': () => `a: [${full(',')}]`,
  'many-line-breaks': () => full('\n'),
  'many-blanks': () => `a:${full(' ')}b`,
  'many-closing-brackets': () => full(']'),
  'nested-brackets-10000': () => `${head}data: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
  'nested-braces-10000': () => `${head}data: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}\n`,
  'nested-brackets-unclosed': () => full('['),
  'nested-braces-unclosed': () => full('{'),
  'nested-brackets-and-braces': () => full('[{'),
  'nested-brackets-in-lines': () => full('[\n'),
  'nested-dashes-10000': () => `${head}data:\n  ${'- '.repeat(10_000)}a\n`,
  'nested-keys-10000': () => '? '.repeat(10_000),
  'nested-maps-by-indentation': () => lines(1_900, (index) => `${' '.repeat(index)}a:`),
  'nested-just-too-deep': () => `${head}data: ${'['.repeat(101)}${']'.repeat(101)}\n`,
  'nested-states-100': () =>
    `${head}initial: s\nstates:\n${lines(100, (index) => `${'    '.repeat(index)}  s:\n${'    '.repeat(index)}    states:`)}\n`,
  'alias-bomb': () => lines(30, (index) => `a${index}: &a${index} [${`*a${index - 1},`.repeat(index === 0 ? 0 : 9)}x]`),
  'alias-bomb-in-states': () =>
    `${head}initial: s0\nstates:\n  s0: &s0 { after: { 1 day: s0 } }\n${lines(12, (index) => `  s${index + 1}: &s${index + 1} { initial: a, states: { a: *s${index}, b: *s${index}, c: *s${index}, d: *s${index} } }`)}\n`,
  'alias-wide': () => `${head}x: &a [${'1,'.repeat(1000)}1]\ndata: [${'*a,'.repeat(100_000)}]\n`,
  'alias-deep': () => lines(200, (index) => `a${index}: &a${index} [${index === 0 ? 'x' : `*a${index - 1}`}]`),
  'template-bomb': () =>
    `${head}templates:\n${lines(4, (index) => `  t${index}: { initial: a0, states: { ${Array.from({ length: 40 }, (_, at) => `a${at}: ${index === 0 ? '{ type: final }' : `{ use: t${index - 1} }`}`).join(', ')} } }`)}\ninitial: open\nstates: { open: { use: t3 } }\n`,
  'expression-enormous': () => guarded(`data.n > ${'1 + '.repeat(100_000)}1`),
  'expression-just-too-large': () => guarded(`data.n > ${'1 + '.repeat(400)}1`),
  'expression-parentheses': () => guarded(`${'('.repeat(10_000)}true${')'.repeat(10_000)}`),
  'expression-parentheses-40': () => guarded(`${'('.repeat(40)}true${')'.repeat(40)}`),
  'expression-negations': () => guarded('!'.repeat(5_000)),
  'expression-brackets': () => guarded(`${'['.repeat(3_000)}`),
  'expression-choices': () => guarded(`${'true ? '.repeat(500)}true${' : true'.repeat(500)}`),
  'expression-fields': () => guarded(`data${'.n'.repeat(3_000)}`),
  'expression-long-list': () => guarded(`data.n in [${'1,'.repeat(300)}1]`),
  'expression-long-text': () => guarded(`data.t == "${'x'.repeat(7_000)}"`),
  'expression-half-a-pair': () => guarded('data.t == "\\uD800"'),
  'expression-nul': () => guarded('data.t == "\\u0000"'),
  'expression-pattern-catastrophic': () => guarded('data.t.matches("^(([a-z])+.)+[A-Z]([a-z])+$")'),
  'expression-pattern-many-stars': () => guarded('data.t.matches("a*a*a*a*a*a*a*b")'),
  'expression-pattern-counted': () => guarded('data.t.matches("(x{1,1000}){1,1000}")'),
  'expression-pattern-long': () => guarded(`data.t.matches("${'a?'.repeat(300)}")`),
  'text-arguments-nested': () =>
    `${head}name: { en: "${'{a, plural, other {'.repeat(2_000)}", zh: 甲 }\ninitial: over\nstates: { over: { type: final } }\n`,
}
