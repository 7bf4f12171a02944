import { BlockList, isIP } from 'node:net'
import { allScopes, type Scope } from './scopes.ts'

/** What no key allows: a person does these, or answers for what was asked. */
const personal: ReadonlySet<Scope> = new Set(['ai:ask', 'keys:manage', 'roles:manage', 'settings:write', 'users:manage'])

/** What keys can allow. */
export const keyScopes: readonly Scope[] = allScopes.filter((scope) => !personal.has(scope))

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** An IPv4 address that a socket of both families gave, as what it is. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** Why a text is neither an address nor a network; null: it is one. */
export function networkFault(text: string): string | null {
  const [address = '', length, ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const right = most > 0 && more.length === 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= most))
  return right ? null : `"${text}" is neither an address nor a network; write 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32.`
}

/** Whether an address is among addresses and networks; of none, every one is. */
export function isAmong(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true
  const from = plain(address)
  if (isIP(from) === 0) return false
  const listed = new BlockList()
  for (const network of networks) {
    const [base = '', length] = network.split('/')
    if (length === undefined) listed.addAddress(base, family(base))
    else listed.addSubnet(base, Number(length), family(base))
  }
  return listed.check(from, family(from))
}
