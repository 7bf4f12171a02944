/** Marks a request as one that no plain form of another site can send, and whose session lives in cookies. */
export const sessionHeaders = { 'x-aems-session': 'cookie', 'apollo-require-preflight': 'true' } as const
