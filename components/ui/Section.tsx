/** A part of a page under its own heading, which links can point to. */

import type { ComponentChildren } from 'preact'

export interface SectionProps {
  /** What comes after `#` in an address. */
  id: string
  title: string
  intro?: ComponentChildren
  children: ComponentChildren
}

export const Section = ({ id, title, intro, children }: SectionProps) => (
  <section class="section" id={id} aria-labelledby={`${id}-title`}>
    <h2 class="section-title" id={`${id}-title`} tabIndex={-1}>
      {title}
    </h2>
    {intro && <p class="section-intro">{intro}</p>}
    {children}
  </section>
)
