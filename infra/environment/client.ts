import { z } from 'zod'

/** What the client commands (import, ask, query, eval) are told by their environment. */
export const clientEnvironment = z.object({
  AEMS_URL: z
    .url({ protocol: /^https?$/, error: 'must be a URL like http://localhost:4000' })
    .optional()
    .describe('Where the graph answers. Without it: the server that runs on .data/, else http://localhost:4000.'),
  AEMS_EMAIL: z
    .email('must be an e-mail address')
    .optional()
    .describe('Whom to sign in as. Without it: the first user, by the operator key in .data/.'),
  AEMS_PASSWORD: z.string().optional().describe('Their password.'),
})
