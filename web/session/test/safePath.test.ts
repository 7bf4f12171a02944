import { expect, test } from 'vitest'
import { safePath } from '../safePath.ts'

test.each(['/', '/sales?period=this-year', '/admin/users#here'])('%s is a page of this site', (path) => {
  expect(safePath(path)).toBe(path)
})

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '\n//elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
  '',
])('%j leads nowhere but home', (path) => {
  expect(safePath(path)).toBe('/')
})
