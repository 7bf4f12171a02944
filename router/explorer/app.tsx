import { useEffect, useState } from 'react'
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
  return me ? <Explorer me={me} onSignedOut={() => setMe(null)} /> : <SignIn onSignedIn={setMe} />
}
