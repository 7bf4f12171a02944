import { redirect } from 'next/navigation'
import { firstPage } from '../components/shell/pages.ts'
import { Refused } from '../components/shell/Refused.tsx'
import { graphql } from '../gql/gql.ts'
import { query } from '../graph/server.ts'

const Home = graphql(`
  query Home {
    me {
      scopes
      isOperator
      mustChangePassword
    }
  }
`)

/** Leads everyone to the first page that they may use. */
export default async function HomePage() {
  const { data, faults } = await query(Home, {})
  if (!data?.me) return <Refused faults={faults} current="Sales" />
  redirect(data.me.mustChangePassword ? '/password' : firstPage(data.me))
}
