/** Says that a setting is not the reader's to change. */

export const Locked = ({ label }: { label: string }) => (
  <span class="locked">
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path d="M3.5 5V3.5a2.5 2.5 0 0 1 5 0V5" fill="none" stroke="currentColor" stroke-width="1.4" />
      <rect x="2" y="5" width="8" height="6" rx="1.4" fill="currentColor" />
    </svg>
    {label}
  </span>
)
