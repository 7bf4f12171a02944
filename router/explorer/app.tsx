import { useEffect, useState } from 'react'
import { ChangePassword } from './change-password.tsx'
import { Explorer } from './explorer.tsx'
import { type Me, whoAmI } from './graph.ts'
import { SignIn } from './sign-in.tsx'

/** The explorer for whoever is signed in; the sign-in form for whoever is not. */
export function App() {
  const [me, setMe] = useState<Me | null | 'unknown'>('unknown')
  useEffect(() => {
    whoAmI().then(setMe, () => setMe(null))
  }, [])
  if (me === 'unknown') return null
  if (!me) return <SignIn onSignedIn={setMe} />
  return me.mustChangePassword ? <ChangePassword onChanged={setMe} /> : <Explorer me={me} onSignedOut={() => setMe(null)} />
}
