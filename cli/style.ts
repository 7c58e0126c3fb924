/** Colours of a terminal. */

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39] } as const

/** A way to set a text apart. */
type Colour = keyof typeof codes

/** Colours a text, or leaves it as it is where colour is not wanted. */
export type Paint = (colour: Colour, text: string) => string

/** The paint of a session. */
export function paintWith(colour: boolean): Paint {
  return (name, text) => (colour && text !== '' ? `\u001b[${codes[name][0]}m${text}\u001b[${codes[name][1]}m` : text)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what colours are written with
const colours = /\u001b\[\d+m/g

/** The text alone. */
export function withoutColour(text: string): string {
  return text.includes('\u001b') ? text.replace(colours, '') : text
}
