import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()

/** CBOR (RFC 8949) of what attestation needs: whole numbers, texts, bytes and maps. */
function cbor(
  value: number | string | Buffer | ReadonlyMap<number | string, number | string | Buffer | ReadonlyMap<never, never>>,
): Buffer {
  const head = (major: number, count: number) =>
    count < 24
      ? Buffer.from([(major << 5) | count])
      : count < 256
        ? Buffer.from([(major << 5) | 24, count])
        : Buffer.from([(major << 5) | 25, count >> 8, count & 255])
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])])
}

interface Asked {
  readonly challenge: string
}

const flags = { present: 0x01, verified: 0x04, attested: 0x40 }

/** An authenticator in software, as a browser with a security key answers pages of an origin: ES256 and no attestation. */
export function softwareAuthenticator(origin = 'http://localhost:3000') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const coseKey = cbor(
    new Map<number, number | Buffer>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
  let counter = 0
  const next = () => {
    counter += 1
    return counter
  }
  let userHandle = ''
  const clientData = (type: string, { challenge }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const data = (set: number, used: number, ...rest: Buffer[]) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(used)
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([set]), count, ...rest])
  }
  const envelope = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  }
  return {
    /** As `navigator.credentials.create` does. */
    create: (options: Asked & { readonly user: { readonly id: string } }) => {
      userHandle = options.user.id
      const length = Buffer.from([0, id.length])
      const authData = data(flags.present | flags.verified | flags.attested, next(), Buffer.alloc(16), length, id, coseKey)
      const attestationObject = cbor(
        new Map<string, string | Buffer | ReadonlyMap<never, never>>([
          ['fmt', 'none'],
          ['attStmt', new Map<never, never>()],
          ['authData', authData],
        ]),
      )
      return {
        ...envelope,
        response: {
          clientDataJSON: clientData('webauthn.create', options).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    /** As `navigator.credentials.get` does; `verified` false: nobody's PIN or fingerprint was asked for; `copied`: by a copy from when it was new. */
    get: (options: Asked, { verified = true, copied = false } = {}) => {
      const client = clientData('webauthn.get', options)
      const authData = data(flags.present | (verified ? flags.verified : 0), copied ? 1 : next())
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(client)]))
        .sign(privateKey)
      return {
        ...envelope,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle,
        },
      }
    },
  }
}
