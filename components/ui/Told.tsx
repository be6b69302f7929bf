/** Tells aloud what has come to be shown, in a line that is not seen. It must be there before: of a place that comes in together with its words assistive technology hears nothing. */

/** `says` is '' where there is nothing new. */
export const Told = ({ says }: { says: string }) => (
  <p class="hidden-visually" role="status">
    {says}
  </p>
)
