import { expect, test } from 'vitest'
import { applySetCookies, parseSetCookie, withoutCookie } from '../cookies.ts'

test('a cookie of the router is handed on with everything that guards it', () => {
  expect(parseSetCookie('__Host-aems_access=a.b.c==; Path=/; Max-Age=600; HttpOnly; Secure; SameSite=Lax')).toEqual({
    name: '__Host-aems_access',
    value: 'a.b.c==',
    path: '/',
    maxAge: 600,
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
  })
})

test('what names no cookie is none', () => {
  expect(parseSetCookie('=x; Path=/')).toBeNull()
  expect(parseSetCookie('nonsense')).toBeNull()
})

test('a renewed session replaces the old one within the same request', () => {
  expect(applySetCookies('a=1; b=2', ['a=3; Path=/; Max-Age=60'])).toBe('a=3; b=2')
})

test('an ended session is gone within the same request', () => {
  expect(applySetCookies('a=1; b=2', ['a=; Path=/; Max-Age=0', 'b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'])).toBe('')
})

test('one cookie can be left out', () => {
  expect(withoutCookie('a=1; ab=2; b=3', 'a')).toBe('ab=2; b=3')
})
