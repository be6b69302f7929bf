/** What has just been done, in one line at the foot of the page, with a way back. */

import { Button } from './Button.tsx'

export interface ToastProps {
  /** Null where nothing was done lately: the place stays, so that assistive technology listens to it. */
  toast: { text: string; undo: (() => void) | null } | null
  undoLabel: string
  dismissLabel: string
  onDismiss(): void
}

export const Toast = ({ toast, undoLabel, dismissLabel, onDismiss }: ToastProps) => (
  <div class="toast-place" role="status">
    {toast && (
      <div class="toast">
        <span>{toast.text}</span>
        <span class="buttons">
          {toast.undo && (
            <Button kind="quiet" onPress={toast.undo}>
              {undoLabel}
            </Button>
          )}
          <Button kind="quiet" onPress={onDismiss}>
            {dismissLabel}
          </Button>
        </span>
      </div>
    )}
  </div>
)
