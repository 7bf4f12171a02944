/** Says where a page comes from, unseen by its readers. */
export const generatedFrom = (source: string): string => `<!-- Generated from ${source} by npm run codegen. -->\n`

/** Text that stands in one cell of a table. */
export const inLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')

const titles: Readonly<Record<string, string>> = { hr: 'people', ai: 'the assistant', auth: 'companies and users' }

/** What a page calls a domain. */
export const titleOf = (domain: string): string => titles[domain] ?? domain
