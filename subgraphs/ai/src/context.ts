import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { unauthenticated } from '@aems/kit/errors.ts'
import type { SubgraphRequest } from '@aems/kit/subgraph.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type { AskingParts } from './data/answers.ts'
import type { Model } from './data/by-model.ts'
import { type CompanyLanguage, companyLanguageData } from './data/company-language.ts'
import { type Conversations, conversationData } from './data/conversations.ts'
import type { MemberCache } from './data/members.ts'
import { modelUseData } from './data/model-use.ts'
import { type Shares, shareData } from './data/shares.ts'

/** What resolvers work with, made anew for each request. Without a viewer all of it refuses. */
export interface Context {
  readonly viewer: Viewer | null
  /** Whoever asks. */
  readonly asker: Viewer
  /** Their conversations. */
  readonly conversations: Conversations
  /** Conversations that were shared in their company. */
  readonly shares: Shares
  /** What words mean in their company. */
  readonly language: CompanyLanguage
  /** What answering takes. */
  readonly asking: AskingParts
}

/** What lasts from one request to the next. */
export interface Lasting {
  readonly database: DomainDatabase
  readonly members: MemberCache
  readonly model: Model | null
}

export function aiContext({ database, members, model }: Lasting, { viewer, graph, signal }: SubgraphRequest): Context {
  const asker = (): Viewer => {
    if (!viewer) throw unauthenticated()
    return viewer
  }
  let language: CompanyLanguage | undefined
  const theLanguage = () => {
    language ??= companyLanguageData(database, asker())
    return language
  }
  return {
    viewer,
    get language() {
      return theLanguage()
    },
    get asker() {
      return asker()
    },
    get conversations() {
      return conversationData(database, asker())
    },
    get shares() {
      return shareData(database, asker())
    },
    get asking() {
      return {
        viewer: asker(),
        graph,
        conversations: conversationData(database, asker()),
        members,
        language: theLanguage(),
        model,
        modelUse: modelUseData(database, asker()),
        signal,
      }
    },
  }
}
