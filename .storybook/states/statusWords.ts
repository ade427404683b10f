import type { Status } from './exploreSession.ts';

/** What each status means to people. A status without words does not compile. */
export const statusWords: Readonly<Record<Status, { readonly means: string; readonly needs: string }>> = {
  idle: { means: 'nothing is going on', needs: 'the button that calls `open`' },
  preparing: { means: 'our server mints the one-time token', needs: 'patience; it takes a moment' },
  loading: {
    means: 'the frame is mounted, the widget has not spoken yet',
    needs: 'a placeholder, and a way out',
  },
  active: {
    means: 'the person is inside the widget; `stage` says where',
    needs: 'the frame, and a way out',
  },
  linking: { means: 'the bank said yes; our server takes over', needs: 'to keep the page open' },
  connected: {
    means: 'stored: `connection.id` is what every other hook takes',
    needs: 'their accounts',
  },
  exited: {
    means: 'left: `reason` is `closed`, `cancelled`, `consent-denied`, `maximum-retries` or `abandoned`',
    needs: 'another try, without blame',
  },
  failed: {
    means: 'it could not go on: `error.code`, and `error.retry` says whether opening again may help',
    needs: 'one sentence, one button',
  },
};
