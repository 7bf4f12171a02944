import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readEnvironment } from '../environment.ts'
import { requireSafe, type Start } from '../production.ts'

const secret = randomBytes(32).toString('base64')
const start = (given: Partial<Start>) => () => requireSafe({ secret, urls: {}, allowed: [], ...given }, 'production')

test.each([
  ['a database elsewhere in plain text', { DATABASE_URL: 'postgres://u:p@db.example.com/aems' }],
  ['a database elsewhere whose name nobody checks', { DATABASE_URL: 'postgres://u:p@db.example.com/aems?sslmode=require' }],
  ['a subgraph elsewhere in plain text', { SALES_URL: 'http://sales:4003' }],
  ['mail in plain text', { SMTP_URL: 'smtp://mail.example.com' }],
])('%s is refused in production, and allowed by name', (_, urls) => {
  const [name = ''] = Object.keys(urls)
  expect(start({ urls })).toThrow(`${name} leads off this machine in plain text`)
  expect(start({ urls })).toThrow('AEMS_ALLOW=plaintext')
  expect(start({ urls, allowed: ['plaintext'] })).not.toThrow()
  expect(start({ urls, allowed: ['open-registration'] })).toThrow()
})

test('what stays on the machine, or is encrypted and checked, starts', () => {
  const urls = {
    DATABASE_URL: 'postgres://u:p@db.example.com/aems?sslmode=verify-full',
    OTHER_URL: 'postgres://u:p@127.0.0.1/aems',
    SALES_URL: 'https://sales.example.com',
    AUTH_URL: 'http://localhost:4001',
    NONE_URL: undefined,
  }
  expect(start({ urls })).not.toThrow()
})

test('a secret that can be guessed is refused, and anyone’s getting an account', () => {
  for (const weak of ['a'.repeat(40), 'change-me-change-me-change-me-change-me', `my secret is ${'xyzuvwrst'.repeat(4)}`])
    expect(start({ secret: weak })).toThrow('AEMS_SECRET can be guessed')
  expect(start({ registration: 'open' })).toThrow('AEMS_ALLOW=open-registration')
  expect(start({ registration: 'invited' })).not.toThrow()
})

test('anything starts where it is developed', () => {
  expect(() =>
    requireSafe({ secret: 'x', urls: { A: 'http://elsewhere' }, registration: 'open', allowed: [] }, 'test'),
  ).not.toThrow()
})

test('a setting may stand in a file that its name and _FILE name', () => {
  const shape = z.object({ AEMS_SECRET: z.string().min(32, 'must have at least 32 characters') })
  const file = join(mkdtempSync(join(tmpdir(), 'aems-secret-')), 'secret')
  writeFileSync(file, `${secret}\n`)
  expect(readEnvironment(shape, { AEMS_SECRET_FILE: file })).toEqual({ AEMS_SECRET: secret })
  expect(() => readEnvironment(shape, { AEMS_SECRET_FILE: `${file}-gone` })).toThrow('AEMS_SECRET_FILE')
  expect(() => readEnvironment(shape, { AEMS_SECRET_FILE: file, AEMS_SECRET: secret })).toThrow('AEMS_SECRET_FILE')
})
