/** Whether lists and objects stand deeper within each other than that, in a text that may be JSON; each character is looked at once. */
export function nestsDeeper(text: string, deepest: number): boolean {
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (character === '"') quoted = !quoted
    else if (quoted && character === '\\') index += 1
    else if (quoted) continue
    else if (character === '[' || character === '{') depth += 1
    else if (character === ']' || character === '}') depth -= 1
    if (depth > deepest) return true
  }
  return false
}
