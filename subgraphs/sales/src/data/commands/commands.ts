import type { DomainDatabase, ViewerTransaction } from '@aems/drizzle/client.ts'
import { commands, outbox } from '@aems/drizzle/sales/tables.ts'
import { type Changed, type RunCommand, runningCommands } from '@aems/kit/commands.ts'
import { readingAs } from '@aems/kit/lists.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import type {
  ChangeCustomerInput,
  ChangeOrderStatusInput,
  CreateCustomerInput,
  CreateOpportunityInput,
  MoveOpportunityInput,
  RecordOrderInput,
  SetSalesTargetInput,
} from '../../graph.generated.ts'
import { changeCustomer, createCustomer } from './customers.ts'
import { createOpportunity, moveOpportunity } from './opportunities.ts'
import { changeOrderStatus, makeRoom, recordOrder } from './orders.ts'
import { setSalesTarget } from './sales-targets.ts'

/** Carries a command out and gives the id of what it changed. @throws Refusal where it is not done. */
type Run<Input> = (input: Input) => Promise<string>

/** What can be done in sales. Each is one transaction, with its event in the outbox. */
export interface SalesCommands {
  readonly createCustomer: Run<CreateCustomerInput>
  readonly changeCustomer: Run<ChangeCustomerInput>
  readonly createOpportunity: Run<CreateOpportunityInput>
  readonly moveOpportunity: Run<MoveOpportunityInput>
  readonly setSalesTarget: Run<SetSalesTargetInput>
  readonly recordOrder: Run<RecordOrderInput>
  readonly changeOrderStatus: Run<ChangeOrderStatusInput>
}

export function salesCommands(database: DomainDatabase, viewer: Viewer): SalesCommands {
  const run: RunCommand = runningCommands(database, { commands, outbox }, viewer)
  const read = readingAs(database, viewer)
  const command =
    <Input extends { readonly idempotencyKey?: string | null | undefined }>(
      name: keyof SalesCommands,
      work: (tx: ViewerTransaction, viewer: Viewer, input: Input) => Promise<Changed>,
    ): Run<Input> =>
    (input) =>
      run({ name, idempotencyKey: input.idempotencyKey }, (tx) => work(tx, viewer, input))
  const record = command('recordOrder', recordOrder)
  return {
    createCustomer: command('createCustomer', createCustomer),
    changeCustomer: command('changeCustomer', changeCustomer),
    createOpportunity: command('createOpportunity', createOpportunity),
    moveOpportunity: command('moveOpportunity', moveOpportunity),
    setSalesTarget: command('setSalesTarget', setSalesTarget),
    recordOrder: async (input) => {
      await read((tx) => makeRoom(tx, viewer, input))
      return record(input)
    },
    changeOrderStatus: command('changeOrderStatus', changeOrderStatus),
  }
}
