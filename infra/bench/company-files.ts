import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How large a company to make up. */
export interface CompanySize {
  /** At least this many order lines. */
  readonly lines: number
  readonly customers: number
  readonly products: number
}

const firstDay = Date.UTC(2022, 0, 1)
const days = 1461
/** As in real sales orders, such as those of the AdventureWorks sample. */
const linesAnOrder = 3.8

/**
 * Writes the files of a company made up for measuring: its orders in order of their days over four years, one to
 * seven lines each, 3.8 on average. The same size always gives the same files.
 * @returns how many order lines there are.
 */
export async function writeCompanyFiles(
  directory: string,
  key: string,
  { lines, customers, products }: CompanySize,
): Promise<number> {
  const put = (file: string, text: string) => writeFileSync(join(directory, file), text)
  const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => row(index)).join('')
  put('company.csv', `key,name,currency\n${key},Made up for measuring,EUR\n`)
  put('territories.csv', `ref,name,group\n${rows(10, (index) => `T${index},Territory ${index},Group ${index % 3}\n`)}`)
  put('customers.csv', `ref,name,territory_ref\n${rows(customers, (index) => `C${index},Customer ${index},T${index % 10}\n`)}`)
  put('products.csv', `ref,name,category\n${rows(products, (index) => `P${index},Product ${index},Category ${index % 12}\n`)}`)
  const random = sequence(20_261_124)
  const ordersFile = textFile(join(directory, 'orders.csv'))
  const linesFile = textFile(join(directory, 'order_lines.csv'))
  await ordersFile.write('ref,customer_ref,ordered_on,status,channel,territory_ref\n')
  await linesFile.write('order_ref,line,product_ref,quantity,unit_price,net_amount,unit_cost\n')
  const orders = Math.ceil(lines / linesAnOrder)
  let written = 0
  for (let order = 0; written < lines; order += 1) {
    const day = new Date(firstDay + Math.min(Math.floor((order / orders) * days), days - 1) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    const customer = random(customers)
    await ordersFile.write(`SO${order},C${customer},${day},shipped,${random(2) ? 'online' : 'reseller'},T${customer % 10}\n`)
    // 1 to 7 lines, of which 7 is a little rarer: 3.8 on average.
    const count = 1 + (random(100) < 15 ? random(6) : random(7))
    let text = ''
    for (let line = 1; line <= count; line += 1) {
      const quantity = 1 + random(9)
      const cents = 500 + random(50_000)
      text += `SO${order},${line},P${random(products)},${quantity},${money(cents)},${money(cents * quantity)},${money((cents * 0.6) | 0)}\n`
    }
    await linesFile.write(text)
    written += count
  }
  await Promise.all([ordersFile.end(), linesFile.end()])
  return written
}

const money = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`

/** Whole numbers below a bound, always the same ones: xorshift32 (Marsaglia 2003). */
function sequence(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % bound
  }
}

function textFile(path: string) {
  const stream = createWriteStream(path)
  let waiting = ''
  return {
    write: async (text: string) => {
      waiting += text
      if (waiting.length < 65_536) return
      const full = !stream.write(waiting)
      waiting = ''
      if (full) await once(stream, 'drain')
    },
    end: async () => {
      stream.end(waiting)
      await once(stream, 'close')
    },
  }
}
