/** Leaves out of Preact, for the content script only, what the card does not use: state, classes, context, refs, hydration. */

import { cutOut, type Cut } from './cuts.ts'

/** In the order of the file (Preact 11.2.0, as published). The card is functions of their props, drawn into an empty element. */
const CUTS: Cut[] = [
  // References, options, and portals (three times).
  ['ref:f', '__k:null', ''],
  ['return!o&&n.vnode', 'e}function M', 'return '],
  ['||n.props.__P', '?null:S(n)', ''],
  ['(h.ref!=v.ref||8&h.__u)&&', 'd=d||w', ''],
  // Comments that stand for elements to come, and elements that keep their state while they move.
  ['if(n.props.__P)return t', 'if(i=n.__k)', ''],
  [
    'for(t&&!t.parentNode',
    '}function O(',
    't&&!t.parentNode&&(t=S(n))&&!t.parentNode&&(t=null);return(o=n.__e)!=t&&r.insertBefore(o,t||null),o.nextSibling',
  ],
  // Style objects, listeners that capture or are no functions, and properties that no attribute says.
  ['if("style"==t)', 'if("o"==t[0]', ''],
  ['"function"!=typeof r&&(r=null)', '(n.__e||', ''],
  ['f=t!=(t=t.replace(l', ';else{', 't=t.slice(2).toLowerCase(),r?n.addEventListener(t,o):n.removeEventListener(t,o))'],
  ['if("http://www.w3.org/2000/svg"==i)', 'null==r||!1===r', ''],
  ['"popover"==t&&1==r', 'r)}}function V(', ''],
  ['n.event?', 'r)}}}function z(', ''],
  // A component is called with its props, and what it gives is drawn; an error is the caller's.
  ['128&u.__u&&', 'if("function"==typeof V)', ''],
  [
    '{v=e.length;try',
    'else l=r.__e=F(',
    '{s=V(r.props),A=s&&s.type===$&&null==s.key?s.props.children:s,l=I(t,w(A)?A:[A],r,u,i,f,o,e,l,c,a)}',
  ],
  ['return(s=n.diffed)&&s(r),l}function B(', 'function F(', 'return l}'],
  // Elements that are there already, formulas, inner HTML, and form fields.
  ['"math"==C?', 'f||(f="http://www.w3.org/1999', ''],
  [',o)for(s=0;s<o.length', 'M=a.ownerDocument', ',!t){if('],
  ['t=M.createElementNS', '}if(C){', 't=M.createElementNS(f,C)'],
  [
    'if(a="template"==C',
    'else $===x',
    'a=t;for(s in $)k=$[s],"children"==s||s in x||N(t,s,null,k,f);for(s in x)k=x[s],"children"==s?_=k:$[s]===k||N(t,s,k,$[s],f);I(a,w(_)?_:[_],r,u,i,f,o,e,u.__k&&S(u,0),l,c)}',
  ],
  // Unmounting: no references, no classes.
  ['function G(', 'function J(', ''],
  ['if(n.unmount&&', 'if(i=t.__k)for(e=0', ''],
  ['&&!t.props.__P', ');', ''],
  ['!u&&(i=t.__c)&&(i=i.__z)', 'u||g(t.__e),', ''],
  ['n.__&&n.__(t,r),', 'i=(u=t&&', ''],
  ['i?null:r.firstChild?', ',f,i?i.__e', 'null'],
  ['E(f,r.__k,o),', 'r.__k.props.children=null', ''],
  // What is left over: options, and the component class.
  ['n={__e:', 't=0,r=', 'n={},'],
  ['x.prototype.setState', 'e=Symbol()', ''],
  // What JSX makes an element of, key apart.
  ['export{', 'x as Component', 'export{m as createVNode,'],
]

/** End of the entry's path, whatever folder the project lies in. */
const CONTENT_SCRIPT = /[\\/]entrypoints[\\/]annotate[\\/]index\.ts$/

interface TrimPreact {
  name: string
  buildStart: (options: { input: unknown }) => void
  transform: (code: string, id: string) => { code: string; map: null } | null
}

/** JSX as a call with properties, without what servers and tools need. */
const JSX = `import { createVNode, Fragment } from 'preact'
export { Fragment }
export const jsx = (type, props, key) => createVNode(type, props, key)
export const jsxs = jsx
`

export const trimmedPreact = (code: string): string => cutOut('preact', code, CUTS)

/** A Vite plugin: over 2 kB less, gzipped, on every page. Extension pages get Preact whole. */
export function trimPreact(): TrimPreact {
  let isContentScript = false
  return {
    name: 'tradegloss:trim-preact',
    buildStart({ input }) {
      isContentScript = Array.isArray(input) && input.some((entry) => CONTENT_SCRIPT.test(String(entry)))
    },
    transform(code, id) {
      if (!isContentScript) return null
      if (/preact[\\/]dist[\\/]preact\.mjs/.test(id)) return { code: trimmedPreact(code), map: null }
      return /preact[\\/]jsx-runtime[\\/]dist/.test(id) ? { code: JSX, map: null } : null
    },
  }
}
