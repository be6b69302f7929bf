/** Tabs: a row of views of which one is shown; arrow keys go from one to the next, as everywhere. */

import type { ComponentChildren } from 'preact'

export interface TabsProps<Value extends string> {
  label: string
  /** `count` is of what the view holds; its words are told as a part of the name. */
  tabs: readonly { value: Value; label: string; count?: { shown: number; inWords: string } | null }[]
  value: Value
  onChoose(value: Value): void
  /** The view that is shown. */
  children: ComponentChildren
}

const tabId = (value: string) => `tab-${value}`
const VIEW_ID = 'tab-view'

export function Tabs<Value extends string>({ label, tabs, value, onChoose, children }: TabsProps<Value>) {
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    const at = tabs.findIndex((tab) => tab.value === value)
    const next = tabs[(at + by + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChoose(next.value)
    document.getElementById(tabId(next.value))?.focus()
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            class="tab"
            id={tabId(tab.value)}
            aria-selected={tab.value === value}
            aria-controls={VIEW_ID}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChoose(tab.value)}
            onKeyDown={onKey}
          >
            {tab.label}
            {tab.count && (
              <>
                <span class="tab-count" aria-hidden="true">
                  {tab.count.shown}
                </span>
                <span class="hidden-visually"> {tab.count.inWords}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={VIEW_ID} aria-labelledby={tabId(value)}>
        {children}
      </div>
    </>
  )
}
