/** Everything that can be allowed, and what that is. */
export const scopeDescriptions = {
  'ai:ask': 'Ask the assistant.',
  'audit:read': 'Read the security audit log.',
  'expenses:approve': 'Approve expense claims.',
  'explain:sql': 'See the SQL behind figures.',
  'explore:introspect': 'Read the schema of the graph.',
  'finance:payroll:read': 'Read the payroll accounts of the ledger.',
  'finance:read': 'Read the ledger, invoices, bills, budgets and expenses.',
  'finance:write': 'Write journals, payments, budgets and expenses.',
  'health:read': 'See how the installation is doing.',
  'hr:all': 'See people, spend and risks of every org unit, not of their own alone.',
  'hr:pay:aggregate': 'Read pay in sums and means of groups.',
  'hr:pay:read': 'Read single salaries.',
  'hr:personal:read': 'Read birth days, addresses and other personal fields.',
  'hr:read': 'Read people, org units, absences, reviews and recruiting.',
  'hr:write': 'Change people, absences, reviews and recruiting.',
  'import:write': 'Import files and push rows, of every domain.',
  'keys:manage': 'Make, rotate and end the keys of partner tools.',
  'products:read': 'Read products, stock, suppliers and purchasing.',
  'products:write': 'Change products, stock, suppliers and purchasing.',
  'reports:read': 'Read reports.',
  'reports:write': 'Make and change reports.',
  'risk:approve': 'Accept risks and set the appetite for them.',
  'risk:read': 'Read risks, controls, incidents and filings.',
  'risk:write': 'Change risks, controls, incidents and filings.',
  'roles:manage': "Make and change the company's own roles.",
  'sales:all': 'See the deals and orders of every sales person, not their own alone.',
  'sales:read': 'Read customers, orders, opportunities and targets.',
  'sales:write': 'Change customers, orders, opportunities and targets.',
  'settings:write': "Change the company's settings.",
  'users:manage': 'Invite, suspend and restore members, and give them roles.',
} as const

export type Scope = keyof typeof scopeDescriptions

/** Everything that can be allowed, by name. */
export const allScopes = Object.keys(scopeDescriptions) as readonly Scope[]
