/** The company that a request acts in: the tenant of every row that it reads or writes. */
export interface Company {
  readonly id: string
  /** Short name in addresses and on the command line. */
  readonly key: string
  readonly name: string
  /** ISO 4217. */
  readonly currency: string
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number
  /** IANA name. */
  readonly timeZone: string
  /** The day that today means, YYYY-MM-DD; null: the real one, in the company's time zone. */
  readonly asOf: string | null
}

/** Whoever asks. Everything that is read or written is read or written as one. */
export interface Viewer {
  readonly user: { readonly id: string; readonly name: string; readonly email: string }
  readonly company: Company
  readonly roles: readonly string[]
  readonly scopes: ReadonlySet<string>
  /** The sales person that the user is, where they are one. */
  readonly salesPersonId: string | null
  /** The employee that the user is, where they are one. */
  readonly employeeId: string | null
  readonly sessionId: string
}

/** The company's today, YYYY-MM-DD: its own day where it has one, else the real day in its time zone. */
export function today(company: Company): string {
  return company.asOf ?? new Intl.DateTimeFormat('en-CA', { timeZone: company.timeZone }).format(new Date())
}

/** The company of a viewer who belongs to none: its id is that of no tenant, and its currency is ISO 4217's for none. */
export const noCompany: Company = {
  id: '00000000-0000-0000-0000-000000000000',
  key: '',
  name: '',
  currency: 'XXX',
  fiscalYearStartMonth: 1,
  timeZone: 'UTC',
  asOf: null,
}
