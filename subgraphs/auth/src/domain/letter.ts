/** A letter to a person: plain sentences, and at most one link. */
export interface Letter {
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** Stands after the first paragraph. */
  readonly link?: { readonly label: string; readonly url: string }
}

/** A letter as mail carries it. */
export interface RenderedLetter {
  readonly text: string
  readonly html: string
}

const signature = 'A-EMS sent this by itself; nobody reads replies.'

/** Text and HTML of a letter. Whatever people wrote into it is text in both. */
export function rendered({ subject, paragraphs, link }: Letter): RenderedLetter {
  const [first = '', ...rest] = paragraphs
  const text = [first, ...(link ? [`${link.label}:\n${link.url}`] : []), ...rest, signature].join('\n\n')
  const p = (inner: string) => `<p style="margin:0 0 16px">${inner}</p>`
  const button = link
    ? [
        p(
          `<a href="${escaped(link.url)}" style="display:inline-block;padding:10px 16px;background:#1f4fd8;color:#fff;border-radius:6px;text-decoration:none">${escaped(link.label)}</a>`,
        ),
        p(`<span style="color:#5b6470;font-size:13px;word-break:break-all">${escaped(link.url)}</span>`),
      ]
    : []
  const body = [p(escaped(first)), ...button, ...rest.map((each) => p(escaped(each)))].join('')
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="margin:0;padding:24px;font:15px/1.5 system-ui,sans-serif;color:#16191d;background:#fff"><div style="max-width:520px">${body}<p style="color:#5b6470;font-size:13px">${signature}</p></div></body></html>`
  return { text, html }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
