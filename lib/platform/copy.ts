/** Puts text and HTML on the clipboard, in answer to a click. */

/** True where it is there. Pages may forbid the Clipboard API by policy; a copy event is still ours to fill. */
export async function copyBoth(text: string, html: string): Promise<boolean> {
  const parts = Object.entries({ 'text/plain': text, 'text/html': html })
  try {
    const blobs = parts.map(([type, part]) => [type, new Blob([part], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs) as Record<string, Blob>)])
    return true
  } catch {
    let isFilled = false
    const fill = (event: ClipboardEvent) => {
      // A page whose listener comes first may keep the event from us, and copy something else.
      isFilled = event.type === 'copy'
      event.preventDefault()
      event.stopImmediatePropagation()
      for (const [type, part] of parts) event.clipboardData?.setData(type, part)
    }
    // Without a selection Chrome copies only where the event before says so.
    const types = ['beforecopy', 'copy'] as const
    for (const type of types) window.addEventListener(type, fill as EventListener, true)
    const isCopied = document.execCommand('copy')
    for (const type of types) window.removeEventListener(type, fill as EventListener, true)
    return isCopied && isFilled
  }
}
