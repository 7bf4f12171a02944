const here = 'https://here.invalid'

/** Only paths of this site, or a link could send people elsewhere after they signed in. Read as browsers read addresses. */
export function safePath(path: string): string {
  if (!path.startsWith('/') || !URL.canParse(path, here)) return '/'
  const { origin, pathname, search, hash } = new URL(path, here)
  return origin === here ? pathname + search + hash : '/'
}
