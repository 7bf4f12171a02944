import type { Viewer } from '@aems/kit/viewer.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** An access token holds so long; who has a refresh token gets another. */
export const accessMs = 10 * minute
/** A token on another's behalf holds so long. */
export const actingMs = minute
/** A session that nobody uses ends after so long. */
const idleMs = 7 * day
/** A session ends after so long, however much it is used. */
const absoluteMs = 30 * day
/** A browser's tabs may send the same refresh token within so long of its first use; later it means that it was stolen. */
export const replayMs = 10_000

/** Whoever signed in or proved who they are within so long may change how they sign in. */
export const provenMs = 15 * minute
/** A sign-in that was begun waits so long for its code. */
export const challengeMs = 5 * minute

/** When a session's refresh token ends, given when the session began. Without one, the session ends with its access token. */
export function refreshExpiry(startedAt: Date, now: Date, canRefresh: boolean): Date {
  if (!canRefresh) return new Date(now.getTime() + accessMs)
  return new Date(Math.min(now.getTime() + idleMs, startedAt.getTime() + absoluteMs))
}

/** A session that has begun, or acts in another company. */
export interface Begun {
  readonly me: Viewer
  /** Null where the session is kept in cookies. */
  readonly accessToken: string | null
  readonly expiresAt: string
}

/** A sign-in that waits for a code. */
export interface Asked {
  readonly challenge: string
  readonly expiresAt: string
}

/** A password that was changed, and by whom. */
export interface Changed {
  readonly me: Viewer
}

const actingPrefix = 'acting:'

/** Names the use of a token on another's behalf; there is no session of that name. */
export const actingSession = (id: string): string => `${actingPrefix}${id}`

const keyPrefix = 'key:'

/** Names the use of a partner tool's key; there is no session of that name. */
export const keySession = (id: string): string => `${keyPrefix}${id}`

/** Whether a viewer has no session of their own: an operator acts on their behalf, or a partner tool on a company's. */
export const isActing = (sessionId: string): boolean => sessionId.startsWith(actingPrefix) || sessionId.startsWith(keyPrefix)
