/** How the user, or the app, left without connecting. */
export type ExitReason = 'closed' | 'cancelled' | 'consent-denied' | 'maximum-retries' | 'abandoned';

/** How a step ends the session; `undefined` for all but three. */
export function getExitReason(step: string): ExitReason | undefined {
  switch (step) {
    // The widget only reports that the X was clicked; removing the frame is the page's part.
    case 'COMPONENT_CLOSE_SESSION':
      return 'closed';
    case 'COMPONENT_DENY_CONSENT':
      return 'consent-denied';
    case 'MAXIMUM_RETRY_REACHED':
      return 'maximum-retries';
    default:
      return undefined;
  }
}
