import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Tells where the client of a request is, believing what proxies say as far as they are trusted. */
export type AddressOf = (request: IncomingMessage) => string

const loopback = ['127.0.0.0/8', '::1/128']

/** Whether an address is of this machine itself. */
export const isLoopback: (address: string) => boolean = blockOf(loopback)

/**
 * Reads a client's address from X-Forwarded-For, from its end: each proxy adds whom it heard, and the first that is no
 * proxy of ours is the client. What stands before that anybody may have written.
 * @param proxies addresses and networks such as 10.0.0.0/8; `loopback` is this machine itself.
 * @throws RangeError where one is neither.
 */
export function addressesBehind(proxies: readonly string[]): AddressOf {
  const isProxy = blockOf(proxies.flatMap((proxy) => (proxy === 'loopback' ? loopback : [proxy])))
  return ({ socket, headers }) => {
    const said = String(headers['x-forwarded-for'] ?? '').split(',')
    let address = plain(socket.remoteAddress ?? '')
    while (isProxy(address)) {
      const before = plain(said.pop()?.trim() ?? '')
      if (isIP(before) === 0) return address
      address = before
    }
    return address
  }
}

/** An IPv4 address that comes as an IPv6 one is the former. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

function blockOf(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const version = isIP(address)
    const most = version === 4 ? 32 : 128
    const prefix = bits === undefined ? most : Number(bits)
    if (version === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > most)
      throw new RangeError(`“${network}” is neither an address nor a network such as 10.0.0.0/8.`)
    list.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6')
  }
  return (address) => {
    const version = isIP(address)
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6')
  }
}
