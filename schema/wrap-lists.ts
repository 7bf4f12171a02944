import { Lexer, Source, TokenKind } from 'graphql'

/** Where a list of strings stands in the SDL. */
interface StringList {
  readonly start: number
  readonly end: number
  /** As they are written, quotes included. */
  readonly strings: readonly string[]
}

const widest = 120

/**
 * SDL whose lists of strings, such as sayings and dimensions, fill their lines instead of taking one for each.
 * Formatters of GraphQL give every item of a long list a line of its own, which makes a catalogue unreadable.
 */
export function wrapLists(sdl: string): string {
  let wrapped = ''
  let copied = 0
  for (const list of stringLists(sdl)) {
    wrapped += sdl.slice(copied, list.start)
    wrapped += written(list.strings, wrapped.slice(wrapped.lastIndexOf('\n') + 1))
    copied = list.end
  }
  return wrapped + sdl.slice(copied)
}

function stringLists(sdl: string): StringList[] {
  const lexer = new Lexer(new Source(sdl))
  const found: StringList[] = []
  let open: { start: number; strings: string[] } | null = null
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    if (token.kind === TokenKind.BRACKET_L) {
      open = { start: token.start, strings: [] }
    } else if (token.kind === TokenKind.STRING) {
      open?.strings.push(sdl.slice(token.start, token.end))
    } else {
      if (token.kind === TokenKind.BRACKET_R && open && open.strings.length > 0) found.push({ ...open, end: token.end })
      open = null
    }
  }
  return found
}

/** The list on the line that it begins on where that is wide enough, else below it, two spaces further in. */
function written(strings: readonly string[], before: string): string {
  const onOneLine = `[${strings.join(', ')}]`
  if (before.length + onOneLine.length <= widest) return onOneLine
  const indent = before.slice(0, before.length - before.trimStart().length)
  const lines: string[] = []
  let line = ''
  for (const [index, string] of strings.entries()) {
    const item = index === strings.length - 1 ? string : `${string},`
    if (line !== '' && indent.length + 3 + line.length + item.length > widest) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? item : ` ${item}`
  }
  return ['[', ...[...lines, line].map((each) => `${indent}  ${each}`), `${indent}]`].join('\n')
}
