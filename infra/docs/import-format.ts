import type { Column } from '@aems/drizzle/import/format/column.ts'
import type { FileFormat } from '@aems/drizzle/import/format/file.ts'
import { files } from '@aems/drizzle/import/format.ts'

const intro = `# The import format

<!-- Generated from drizzle/import/format by npm run codegen. -->

A company is a folder of CSV files (RFC 4180, UTF-8, with a header row). Every file is optional except \`company.csv\`. Dates are \`YYYY-MM-DD\`, instants ISO 8601 with offset, decimals use a dot, booleans are \`true\` or \`false\`, and an empty field is absent. \`ref\` is the source system's own key: unique within its file, and what the \`…_ref\` columns of other files point to. Money is in the row's \`currency\`, else in the company's.

\`npm run import -- FOLDER\` loads it **all or nothing**: everything is read and checked first, and each fault is printed with its file, line and column. Importing the same folder again changes nothing; a changed row is updated by its key; \`--replace\` also removes rows that the folder no longer has; \`--dry-run\` checks everything, tells what would be added, changed and removed, and writes nothing. References may point to earlier imports. \`--list\` shows a company's imports, and \`--rollback ID\` takes one back, latest first: rows are again what they were before it, and rows that were written since are named instead.

The same rows can be pushed by a partner's tool: see [Pushing rows](push-rows.md).

Columns whose names begin with \`x_\` are your own: text, kept and shown. Every other unknown column, and every unknown \`.csv\` file, is a fault; other files are ignored.

Columns marked * are required. Files marked *later* belong to domains that are not there yet: they are named and left out, and references into them are kept unchecked.
`

/** The guide to the import format, from the format itself. */
export function importFormatGuide(): string {
  return `${intro}${files.map(section).join('')}`
}

function section({ name, key, columns, table }: FileFormat): string {
  const rows = Object.entries(columns).map(
    ([column, { required, type }]) => `| \`${column}\`${required ? ' *' : ''} | ${meaning(type)} |`,
  )
  return `\n## ${name}${table ? '' : ' · later'}\n\nOne row for each ${key.map((column) => `\`${column}\``).join(', ')}.\n\n| column | value |\n| --- | --- |\n${rows.join('\n')}\n`
}

function meaning(type: Column['type']): string {
  switch (type.kind) {
    case 'text':
      return type.says ?? `text, at most ${type.longest} characters`
    case 'decimal':
      return `decimal${bounds(type.least, type.most)}, at most ${type.places} places`
    case 'integer':
      return `whole number${bounds(type.least, type.most)}`
    case 'choice':
      return type.of.map((choice) => `\`${choice}\``).join(', ')
    case 'ref':
      return `\`ref\` of ${type.to}`
    case 'date':
    case 'instant':
    case 'boolean':
      return type.kind
  }
}

function bounds(least?: number, most?: number): string {
  if (least !== undefined && most !== undefined && most < 2_147_483_647) return ` from ${least} to ${most}`
  return least === undefined ? '' : ` of ${least} or more`
}
