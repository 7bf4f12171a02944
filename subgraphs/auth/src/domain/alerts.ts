/** Something in the audit log that somebody should look at. */
export type Alert =
  | { readonly kind: 'new-network'; readonly network: string }
  | { readonly kind: 'burst-of-refusals'; readonly count: number }
  | { readonly kind: 'mass-export'; readonly rows: number }
  | { readonly kind: 'role-raised'; readonly gained: readonly string[]; readonly memberId?: string; readonly role?: string }

const figure = (value: number): string => value.toLocaleString('en')

/** An alert in words. @param who whoever did it. */
export function alertInWords(alert: Alert, who: string): string {
  switch (alert.kind) {
    case 'new-network':
      return `${who} signed in from a network that they did not come from before: ${alert.network}.`
    case 'burst-of-refusals':
      return `${who} asked for ${figure(alert.count)} fields within five minutes that they may not read.`
    case 'mass-export':
      return `${who} exported ${figure(alert.rows)} rows within an hour.`
    case 'role-raised':
      return `${who} gave ${alert.role ? `the role ${alert.role}` : 'a member'} rights that few have: ${alert.gained.join(', ')}.`
  }
}
