/** Just enough of XML to prove that a picture is well formed. */

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Text directly inside, entities decoded. */
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The root element; throws where the text is not well formed. */
export function parseXml(source: string): XmlElement {
  const top: Open = { name: '', attributes: {}, children: [], text: '' }
  const open: Open[] = [top]
  const token = /<(\/?)([A-Za-z][\w-]*)((?: [A-Za-z][\w:-]*="[^"<]*")*)(\/?)>|([^<]+)/y
  while (token.lastIndex < source.length) {
    const at = token.lastIndex
    const match = token.exec(source)
    const current = open.at(-1)
    if (!match || !current) throw new Error(`Not well formed at ${at}: ${source.slice(at, at + 60)}`)
    const [, closing, name = '', attributes = '', selfClosing, text] = match
    if (text !== undefined) current.text += decode(text)
    else if (closing) {
      if (current.name !== name) throw new Error(`</${name}> closes <${current.name}> at ${at}`)
      open.pop()
      open.at(-1)?.children.push(current)
    } else {
      const opened: Open = { name, attributes: readAttributes(attributes), children: [], text: '' }
      if (selfClosing) current.children.push(opened)
      else open.push(opened)
    }
  }
  const [root, ...rest] = top.children
  if (!root || rest.length > 0 || open.length !== 1) throw new Error('Not one root element')
  return root
}

/** The element and everything inside it. */
export function allElements(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(allElements)]
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(
    ([, key = '', value = '']) => [key, decode(value)] as const,
  )
  if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`An attribute twice: ${text}`)
  return Object.fromEntries(pairs)
}

function decode(text: string): string {
  return text.replace(/&([^;\s]*);?/g, (found, name: string) => {
    const character = entities[name]
    if (character === undefined) throw new Error(`Unknown entity ${found}`)
    return character
  })
}
