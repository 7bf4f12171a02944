import { orRefused } from '@aems/kit/refusal.ts'
import type { Serving } from '@aems/kit/serving.ts'
import type { Context, SalesData } from '../context.ts'
import type { SalesCommands } from '../data/commands/commands.ts'
import type { MutationResolvers } from '../graph.generated.ts'

/** The type of a refusal, by its kind. */
const refused = { value: 'SalesValueRefused', reference: 'SalesReferenceRefused', state: 'SalesStateRefused' } as const

/** What a command changed, as it is now, or why it was refused. */
function changed<Name extends string, Row>(
  name: Name,
  context: Context,
  command: (commands: SalesCommands) => Promise<string>,
  find: (sales: SalesData, id: string) => Promise<Row | null>,
) {
  const done = async () => {
    const id = await command(context.sales.commands)
    context.forget()
    const row = await find(context.sales, id)
    return row && { __typename: name, ...row }
  }
  return orRefused(refused, done())
}

const customer = (context: Context, command: (commands: SalesCommands) => Promise<string>) =>
  changed('Customer', context, command, ({ customers }, id) => customers.byId(id))
const opportunity = (context: Context, command: (commands: SalesCommands) => Promise<string>) =>
  changed('Opportunity', context, command, ({ opportunities }, id) => opportunities.byId(id))
const order = (context: Context, command: (commands: SalesCommands) => Promise<string>) =>
  changed('Order', context, command, ({ orders }, id) => orders.byId(id))

export const Mutation: Serving<MutationResolvers, object> = {
  createCustomer: (_, { input }, context) => customer(context, (commands) => commands.createCustomer(input)),
  changeCustomer: (_, { input }, context) => customer(context, (commands) => commands.changeCustomer(input)),
  createOpportunity: (_, { input }, context) => opportunity(context, (commands) => commands.createOpportunity(input)),
  moveOpportunity: (_, { input }, context) => opportunity(context, (commands) => commands.moveOpportunity(input)),
  setSalesTarget: (_, { input }, context) =>
    changed(
      'SalesTarget',
      context,
      (commands) => commands.setSalesTarget(input),
      ({ salesTargets }, id) => salesTargets.byId(id),
    ),
  recordOrder: (_, { input }, context) => order(context, (commands) => commands.recordOrder(input)),
  changeOrderStatus: (_, { input }, context) => order(context, (commands) => commands.changeOrderStatus(input)),
}
