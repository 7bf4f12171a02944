import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { cookies, headers } from 'next/headers'
import { accessCookie, parseSetCookie } from './cookies.ts'
import { type GraphResult, request } from './request.ts'

/**
 * Reads the graph for a page, as whoever asks for it. Only the access cookie goes along: a page cannot hand new
 * cookies to the browser, so it must not make the router rotate the refresh token; proxy.ts does that beforehand.
 */
export async function query<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<GraphResult<Data>> {
  const access = (await cookies()).get(accessCookie)
  return request(document, variables, { ...(await caller()), ...(access ? { cookie: `${accessCookie}=${access.value}` } : {}) })
}

/** Runs an operation for a server action, and keeps the cookies that the router sets. */
export async function act<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<GraphResult<Data>> {
  const jar = await cookies()
  const result = await request(document, variables, { ...(await caller()), cookie: jar.toString() })
  for (const header of result.setCookies) {
    const cookie = parseSetCookie(header)
    if (cookie) jar.set(cookie)
  }
  return result
}

/** Who stands behind this request, for the router's log and limits. */
async function caller(): Promise<Record<string, string>> {
  const incoming = await headers()
  const kept = ['user-agent', 'x-forwarded-for', 'x-correlation-id', 'accept-language']
  return Object.fromEntries(
    kept.flatMap(
      (name) =>
        incoming
          .get(name)
          ?.split('\n')
          .map((value) => [name, value]) ?? [],
    ),
  )
}
