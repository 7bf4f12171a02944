'use client'
import Link from 'next/link'
import { startTransition, useEffect, useState } from 'react'
import { z } from 'zod'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { useCommandForm } from '../components/controls/useCommandForm.ts'
import type { InvitationForYouQuery } from '../gql/graphql.ts'
import { browserGraph } from '../graph/browser.ts'
import { command } from '../graph/command.ts'
import { signOut, switchCompany } from './actions.ts'
import { newPassword, personName } from './fields.ts'
import { AcceptInvitation, InvitationForYou, JoinCompany } from './linkOperations.ts'
import { useKeptLinkToken } from './useLinkToken.ts'

type Invitation = NonNullable<InvitationForYouQuery['invitation']>

/** Takes an invitation up: with the account that one has, or with a new one. */
export function AcceptInvitationForm({ signedInAs }: { readonly signedInAs: string | null }) {
  const token = useKeptLinkToken('invitation')
  const [invitation, setInvitation] = useState<Invitation | 'none'>()
  useEffect(() => {
    if (token === null) return
    void browserGraph()
      .query({ query: InvitationForYou, variables: { token }, fetchPolicy: 'no-cache', errorPolicy: 'all' })
      .then(({ data }) => setInvitation(data?.invitation ?? 'none'))
      .catch(() => setInvitation('none'))
  }, [token])
  if (!invitation || token === null)
    return (
      <div className="door-body" aria-busy="true">
        <h1>Your invitation</h1>
        <span className="skeleton h-[96px]" />
      </div>
    )
  if (invitation === 'none')
    return (
      <div className="door-body">
        <h1>This invitation holds no more</h1>
        <p className="lede">It was used, taken back, or ran out. Ask whoever invited you for another.</p>
        <Link className="btn" href="/login">
          Go to signing in
        </Link>
      </div>
    )
  return (
    <div className="door-body">
      <div>
        <h1>Join {invitation.companyName}</h1>
        <p className="lede">
          {invitation.invitedBy ?? 'Somebody'} invites {invitation.email}.
        </p>
      </div>
      {signedInAs ? (
        <Join token={token} invitation={invitation} signedInAs={signedInAs} />
      ) : invitation.hasAccount ? (
        <Link className="btn primary" href="/login?next=/invitation">
          Sign in to join
        </Link>
      ) : (
        <NewAccount token={token} email={invitation.email} />
      )}
    </div>
  )
}

interface JoinProps {
  readonly token: string
  readonly invitation: Invitation
  readonly signedInAs: string
}

function Join({ token, invitation, signedInAs }: JoinProps) {
  const [state, setState] = useState<{ sending?: boolean; fault?: string }>({})
  const join = async () => {
    setState({ sending: true })
    const { done, refused } = await command(JoinCompany, { input: { token } })
    if (refused) return setState({ fault: refused.message })
    startTransition(() => ('company' in done ? switchCompany(done.company.key) : location.assign('/')))
  }
  if (signedInAs.toLowerCase() !== invitation.email.toLowerCase())
    return (
      <>
        <p>You are signed in as {signedInAs}. The invitation is for another address.</p>
        <button type="button" className="btn primary" onClick={() => startTransition(() => signOut('/invitation'))}>
          Sign out
        </button>
      </>
    )
  return (
    <>
      <FormFault message={state.fault} />
      <button type="button" className="btn primary" disabled={state.sending} onClick={() => void join()}>
        Join
      </button>
    </>
  )
}

function NewAccount({ token, email }: { readonly token: string; readonly email: string }) {
  const { submit, sending, fault, field } = useCommandForm({
    schema: z.object({ name: personName, password: newPassword }),
    start: { name: '', password: '' },
    send: (values) => command(AcceptInvitation, { input: { token, ...values } }),
    // A whole load: the session has begun, and pages that were fetched before know nothing of it.
    onDone: () => location.assign('/'),
  })
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field label="Name" autoComplete="name" {...field('name')} />
      <Field
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="15 to 128 characters. A few words in a row are good."
        {...field('password')}
      />
      <FormFault message={fault} />
      <button className="btn primary" type="submit" disabled={sending}>
        Make an account and join
      </button>
    </form>
  )
}
