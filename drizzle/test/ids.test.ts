import { randomUUID } from 'node:crypto'
import { v5 } from 'uuid'
import { expect, test } from 'vitest'
import { importedId } from '../ids.ts'

test('the id of an imported noun is the UUIDv5 of company, type and ref', () => {
  for (let index = 0; index < 200; index += 1) {
    const company = randomUUID()
    for (const ref of [`SO${index}`, `Größe ${index} "☕"`, '']) {
      expect(importedId(company, 'order', ref)).toBe(v5(`order\u0000${ref}`, company))
    }
  }
})
