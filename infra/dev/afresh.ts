import { type ResolveFnOutput, registerHooks } from 'node:module'

// Node keeps a module for as long as it runs, by its URL. A number in the URL makes another module of the same file, and
// whatever that one imports of ours inherits the number; libraries stay as they are, loaded and compiled once.

let imports = 0
/** Where an import leads does not change as long as it leads somewhere: finding that out is half of the work of importing. */
const found = new Map<string, ResolveFnOutput>()

registerHooks({
  resolve(specifier, context, nextResolve) {
    const [parent, number] = context.parentURL?.split('?afresh=') ?? []
    if (number === undefined) return nextResolve(specifier, context)
    const key = `${specifier} ${parent}`
    const known = found.get(key) ?? nextResolve(specifier, context)
    found.set(key, known)
    return { ...known, ...(isOurs(known.url) && { url: `${known.url}?afresh=${number}` }), shortCircuit: true }
  },
})

const isOurs = (url: string): boolean => url.startsWith('file:') && !url.includes('/node_modules/')

/**
 * What to `import()` to get a module, and all modules of ours that it needs, as their files are now.
 * @param module its URL, as `import.meta.resolve` gives it.
 */
export const afresh = (module: string): string => `${module}?afresh=${++imports}`
