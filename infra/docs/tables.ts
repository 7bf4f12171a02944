import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Domain } from '@aems/schema/sdl.ts'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { Kind, parse } from 'graphql'
import { root } from '../command/paths.ts'
import { generatedFrom, inLine, titleOf } from './markdown.ts'

/** What stands in columns that many tables have. */
const common: Readonly<Record<string, string>> = {
  tenant_id: 'The company that the row belongs to.',
  id: 'Its id, known to every domain.',
  ref: "The source system's key.",
  custom: 'Columns of the company’s own, whose names begin with `x_`.',
  projected_at: 'When this copy of another domain’s row was made.',
}

/** A page on every table of a domain that its code reads or writes. */
export async function tablesPage(domain: Domain): Promise<string> {
  const exported: Readonly<Record<string, unknown>> = await import(`@aems/drizzle/${domain}/tables.ts`)
  const described = descriptions(domain)
  const tables = Object.values(exported).filter((each) => is(each, PgTable))
  return [
    `# Tables of ${titleOf(domain)}\n`,
    generatedFrom(`drizzle/${domain}/tables.ts`),
    ...tables.map(section(described)),
  ].join('\n')
}

const section =
  (described: ReadonlyMap<string, TypeDescription>) =>
  (table: PgTable): string => {
    const { schema, name, columns, primaryKeys } = getTableConfig(table)
    const type = described.get(typeNameOf(name))
    const keys = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)))
    const rows = columns.map((column) => {
      const meaning = common[column.name] ?? type?.fields.get(fieldNameOf(column.name)) ?? ''
      const need = column.notNull ? '' : ', or absent'
      return `| \`${column.name}\`${keys.has(column.name) ? ' 🔑' : ''} | ${column.getSQLType()}${need} | ${inLine(meaning)} |`
    })
    const about = type === undefined ? '' : `${type.about}\n\n`
    return `## ${schema ?? 'public'}.${name}\n\n${about}| column | type | what it holds |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  }

interface TypeDescription {
  readonly about: string
  readonly fields: ReadonlyMap<string, string>
}

/** What the SDL says of types and their fields: said once, it tells of the columns too. */
function descriptions(domain: Domain): ReadonlyMap<string, TypeDescription> {
  const { definitions } = parse(readFileSync(join(root, `schema/${domain}.graphql`), 'utf8'))
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION
        ? [
            [
              definition.name.value,
              {
                about: definition.description?.value ?? '',
                fields: new Map((definition.fields ?? []).map((field) => [field.name.value, field.description?.value ?? ''])),
              },
            ],
          ]
        : [],
    ),
  )
}

/** `order_lines` → `OrderLine`. */
function typeNameOf(table: string): string {
  const words = table.split('_')
  const last = words.at(-1) ?? ''
  const one = last === 'people' ? 'person' : last.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')
  return [...words.slice(0, -1), one].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** `customer_id` → `customer`, `ordered_on` → `orderedOn`. */
const fieldNameOf = (column: string): string =>
  column.replace(/_id$/, '').replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
