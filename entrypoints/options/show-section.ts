/** Leads to the section that the address names, and shows in the list at the side which one is being read. */

/** The links' sections are drawn by us, after the browser has looked for them. */
function goTo(hash: string): void {
  const section = hash === '' ? null : document.getElementById(hash.slice(1))
  if (!section) return
  section.scrollIntoView()
  section.querySelector('h2')?.focus({ preventScroll: true })
}

/** Starts once the page is drawn. */
export function showSection(root: Element): void {
  const links = [...root.querySelectorAll<HTMLAnchorElement>('nav a')]
  const inSight = new Set<string>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) inSight.add(`#${target.id}`)
        else inSight.delete(`#${target.id}`)
      const first = links.find(({ hash }) => inSight.has(hash))
      for (const link of links)
        if (link === first) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
    },
    // What is read lies in the upper half.
    { rootMargin: '0px 0px -50% 0px' },
  )
  for (const section of root.querySelectorAll('section[id]')) observer.observe(section)
  addEventListener('hashchange', () => goTo(location.hash))
  goTo(location.hash)
}
