import type { Metadata } from 'next'
import { Door } from '../../session/Door.tsx'
import { VerifyForm } from '../../session/VerifyForm.tsx'

export const metadata: Metadata = { title: 'Confirm an address' }

export default function VerifyPage() {
  return (
    <Door>
      <VerifyForm />
    </Door>
  )
}
