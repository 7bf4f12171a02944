import type { Metadata } from 'next'
import { Refused } from '../../../../components/shell/Refused.tsx'
import { Section } from '../../../../components/shell/Section.tsx'
import { clockOf, Shell } from '../../../../components/shell/Shell.tsx'
import { query } from '../../../../graph/server.ts'
import { Email } from '../../../../settings/Email.tsx'
import { SecurityPage } from '../../../../settings/operations.ts'
import { Passkeys } from '../../../../settings/Passkeys.tsx'
import { SecondFactor } from '../../../../settings/SecondFactor.tsx'
import { Sessions } from '../../../../settings/Sessions.tsx'

export const metadata: Metadata = { title: 'Security' }

export default async function Page() {
  const { data, faults } = await query(SecurityPage, {})
  const me = data?.me
  if (!me) return <Refused faults={faults} current="Security" />
  const clock = clockOf(me)
  return (
    <Shell me={me} current="Security">
      <p className="kicker">
        <span>Settings</span>
        <span>{me.user.email}</span>
      </p>
      <h1>How you sign in</h1>
      <div className="prose">
        <Email email={me.user.email} isVerified={me.isEmailVerified} />
        <Section title="Password">
          <p className="muted">It is known to you alone: nobody can look it up.</p>
          <a className="btn mt-3" href="/password?next=/settings/security">
            Change password
          </a>
        </Section>
        <Passkeys passkeys={me.passkeys} clock={clock} />
        <SecondFactor factor={me.secondFactor} email={me.user.email} clock={clock} />
        <Sessions sessions={me.sessions} clock={clock} />
      </div>
    </Shell>
  )
}
