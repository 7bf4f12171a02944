import { expect, test } from 'vitest'
import { accessCookie, readCookies, refreshCookie, setCookies } from '../session/cookies.ts'

const inTenMinutes = new Date(Date.now() + 600_000)
const begin = { accessToken: 'a.b=c', refreshToken: 'r', accessExpiresAt: inTenMinutes, refreshExpiresAt: inTenMinutes }

test('a session is kept where no script reads it, on this origin alone, over TLS', () => {
  for (const cookie of setCookies({ begin, end: false })) {
    expect(cookie).toMatch(/^__Host-aems_(access|refresh)=[^;]+; Path=\/; Max-Age=(599|600); HttpOnly; Secure; SameSite=Lax$/)
  }
})

test('what is set is read back, also among other cookies', () => {
  const header = ['theme=dark', ...setCookies({ begin, end: false }).map((cookie) => cookie.split('; ')[0])].join('; ')
  const cookies = readCookies(header)
  expect(cookies.get(accessCookie)).toBe('a.b=c')
  expect(cookies.get(refreshCookie)).toBe('r')
  expect(readCookies(undefined).size).toBe(0)
})

test('signing out takes both cookies away, and nothing is set where nothing changed', () => {
  expect(setCookies({ begin: null, end: true })).toEqual([
    `${accessCookie}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`,
    `${refreshCookie}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`,
  ])
  expect(setCookies({ begin: null, end: false })).toEqual([])
})
