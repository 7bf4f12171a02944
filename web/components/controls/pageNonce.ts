/**
 * A modal dialog adds a style to the page, to keep what is behind it from scrolling. The page's policy takes only styles
 * with its nonce; the library that adds it looks for the nonce under this name.
 */
if (typeof document !== 'undefined')
  Object.assign(globalThis, { __webpack_nonce__: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce })
