import { BlockList, isIP } from 'node:net'

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

/**
 * The network that an address belongs to, as sign-ins are compared: the first 24 bits of an IPv4 address, the first 48 of an
 * IPv6 one. Null: it is no address, or one of this machine.
 */
export function networkOf(address: string): string | null {
  const from = plain(address)
  if (from === '::1' || from.startsWith('127.')) return null
  if (isIP(from) === 4) return `${from.split('.').slice(0, 3).join('.')}.0/24`
  return isIP(from) === 6 ? `${groupsOf(from).slice(0, 3).join(':')}::/48` : null
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}
