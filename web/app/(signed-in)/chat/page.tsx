import type { Metadata } from 'next'
import { Chat } from '../../../chat/Chat.tsx'
import { ChatPage } from '../../../chat/operations.ts'
import { Refused } from '../../../components/shell/Refused.tsx'
import { Shell } from '../../../components/shell/Shell.tsx'
import { env } from '../../../env.ts'
import { query } from '../../../graph/server.ts'
import { type SearchParams, single } from '../../params.ts'

export const metadata: Metadata = { title: 'Ask' }

export default async function Page({ searchParams }: { readonly searchParams: SearchParams }) {
  const { data, faults } = await query(ChatPage, {})
  const { question } = await searchParams
  if (!data?.me) return <Refused faults={faults} current="Ask" />
  return (
    <Shell me={data.me} current="Ask">
      <Chat
        key="new"
        company={data.me.company?.name ?? 'your company'}
        conversation={null}
        past={data.conversations ?? []}
        question={single(question)?.slice(0, 2000) ?? ''}
        explorerUrl={env.explorerUrl}
        scopes={data.me.scopes}
        now={new Date().toISOString()}
      />
    </Shell>
  )
}
