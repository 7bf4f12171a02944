import { readFileSync } from 'node:fs'
import { parse, print } from 'graphql'
import { expect, test } from 'vitest'
import { domains } from '../sdl.ts'
import { wrapLists } from '../wrap-lists.ts'

const sayings = Array.from({ length: 20 }, (_, index) => `"saying ${index}"`)

test('a long list of strings fills its lines, and a short one stays on its own', () => {
  const sdl = `enum A {\n  "What [it] is: [\\"so\\"]."\n  B\n    @c(\n      says: [\n        ${sayings.join('\n        ')}\n      ]\n      of: [\n        "x"\n        "y"\n      ]\n    )\n}\n`
  const wrapped = wrapLists(sdl)
  expect(wrapped.split('\n').length).toBe(13)
  expect(Math.max(...wrapped.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
  expect(wrapped).toContain('      of: ["x", "y"]\n')
  expect(wrapped).toContain('"What [it] is: [\\"so\\"]."')
  expect(print(parse(wrapped))).toBe(print(parse(sdl)))
  expect(wrapLists(wrapped)).toBe(wrapped)
})

test.each([...domains, 'common'])('the SDL of %s is wrapped', (name) => {
  const sdl = readFileSync(new URL(`../${name}.graphql`, import.meta.url), 'utf8')
  expect(wrapLists(sdl)).toBe(sdl)
})
