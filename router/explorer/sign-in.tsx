import { useState } from 'react'
import { Form } from './form.tsx'
import { type Asked, finishSignIn, type Me, signIn } from './graph.ts'

/** E-mail and password, then a code where one is asked for. */
export function SignIn({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  if (asked) {
    return (
      <Form
        key="code"
        title="Enter a code of your app, or a backup code"
        action="Sign in"
        fields={[{ name: 'code', label: 'Code', type: 'text', autoComplete: 'one-time-code' }]}
        submit={(value) => finishSignIn(asked.challenge, value('code'))}
        onDone={onSignedIn}
      />
    )
  }
  return (
    <Form
      key="sign-in"
      title="Sign in to the explorer"
      action="Sign in"
      fields={[
        { name: 'email', label: 'E-mail', type: 'email', autoComplete: 'username' },
        { name: 'password', label: 'Password', type: 'password', autoComplete: 'current-password' },
      ]}
      submit={(value) => signIn(value('email'), value('password'))}
      onDone={(outcome) => ('challenge' in outcome ? setAsked(outcome) : onSignedIn(outcome))}
    />
  )
}
