import { z } from 'zod'
import type { RouterContext } from '../context.ts'
import type { Source } from '../gateway/sources.ts'

/** Where a browser goes next on its way through an identity provider. */
export interface Step {
  /** An address, or a path of the web application. */
  readonly to: string
}

/** Signing in by identity providers, as the auth subgraph does it. */
export interface Providers {
  /** @returns also what the browser must keep until it comes back; null: it stays here. */
  begin(provider: string, link: string | null, context: RouterContext): Promise<Step & { readonly state: string | null }>
  /** Signs in who comes back: the context's session says what becomes of the browser's cookies. */
  finish(state: string, query: string, context: RouterContext): Promise<Step>
}

const stepSchema = z.object({ to: z.string() })
const begunSchema = stepSchema.extend({ state: z.string().nullable() })

export function providersOf(auth: Source): Providers {
  const ask = async (query: string, variables: Readonly<Record<string, unknown>>, context: RouterContext): Promise<unknown> => {
    const { data, errors } = await auth.fetch({ query, variables }, context)
    if (errors?.length) throw new Error(`The auth subgraph answered: ${errors[0]?.message}`)
    return data?.['step']
  }
  return {
    begin: async (provider, link, context) =>
      begunSchema.parse(
        await ask(
          'mutation ($provider: String!, $link: String) { step: beginProviderSignIn(provider: $provider, link: $link) }',
          { provider, link },
          context,
        ),
      ),
    finish: async (state, query, context) =>
      stepSchema.parse(
        await ask(
          'mutation ($state: String!, $query: String!) { step: finishProviderSignIn(state: $state, query: $query) }',
          { state, query },
          context,
        ),
      ),
  }
}
