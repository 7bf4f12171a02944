/** An identity provider in a process of its own, as `node provider-process.ts PORT CALLBACK`: it takes the person in `login_hint` for signed in. */
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

const [port = '', callback = ''] = process.argv.slice(2)
const issuer = `http://127.0.0.1:${port}`

/** `jo@example.com` is verified there, `unverified-…` is not; the subject is no address, as with real ones. */
const claimsOf = (email: string) => ({
  sub: `subject of ${email}`,
  email,
  email_verified: !email.startsWith('unverified-'),
  name: 'Jo at the provider',
})

const provider = new Provider(issuer, {
  clients: [{ client_id: 'aems', client_secret: 'the secret of a test', redirect_uris: [callback] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  // Claims come by the userinfo endpoint alone, as the specification has it.
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, sub) => {
    const email = sub.replace('subject of ', '')
    return { accountId: sub, claims: () => claimsOf(email) }
  },
  // Nobody is asked for consent.
  loadExistingGrant: async ({ oidc: { client, session } }) => {
    const grant = new provider.Grant({
      ...(client && { clientId: client.clientId }),
      ...(session?.accountId && { accountId: session.accountId }),
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

const answer = provider.callback()
createServer((request, response) => {
  if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
  provider
    .interactionDetails(request, response)
    .then(({ params }) => {
      const hint = String(params['login_hint'] ?? '')
      const result = hint === 'nobody' ? { error: 'access_denied' } : { login: { accountId: claimsOf(hint).sub } }
      return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
    })
    .catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'))
process.once('disconnect', () => process.exit(0))
