import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressesBehind } from '../http/address.ts'

const request = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

test.each([
  ['who asks directly is where they are', '203.0.113.5', undefined, '203.0.113.5'],
  ['what they say of themselves is not believed', '203.0.113.5', '10.9.9.9', '203.0.113.5'],
  ['a trusted proxy tells whom it heard', '10.0.0.2', '203.0.113.5', '203.0.113.5'],
  ['proxies behind each other are passed over from the end', '127.0.0.1', '6.6.6.6, 203.0.113.5, 10.0.0.2', '203.0.113.5'],
  ['a proxy that says nothing is the client', '10.0.0.2', undefined, '10.0.0.2'],
  ['what is no address is not taken for one', '10.0.0.2', 'unknown', '10.0.0.2'],
  ['IPv4 in IPv6 is IPv4', '::ffff:10.0.0.2', '::ffff:203.0.113.5', '203.0.113.5'],
  ['IPv6 is read as well', '::1', '2001:db8::7', '2001:db8::7'],
])('%s', (_, remote, forwarded, address) => {
  expect(addressesBehind(['loopback', '10.0.0.0/8'])(request(remote, forwarded))).toBe(address)
})

test('a setting that is no network is refused by name', () => {
  expect(() => addressesBehind(['10.0.0.0/40'])).toThrow('“10.0.0.0/40”')
  expect(() => addressesBehind(['proxy.example.com'])).toThrow('neither an address nor a network')
})
