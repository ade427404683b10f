import type { ConnectClient, LinkConnectionRequest } from '../src/session/connectClient.ts';
import type { Connection } from '../src/connections/connection.ts';
import type { ConnectOptions } from '../src/session/connectEngine.ts';
import { createConnect } from '../src/session/createConnect.ts';
import type { ConnectReport } from '../src/session/report.ts';
import type { ConnectSession, EndedSession } from '../src/session/session.ts';
import { createManualClock } from '../src/internal/manualClock.ts';
import type { ConnectEvent } from '../src/wire/connectMessage.ts';

export const widgetOrigin = 'https://example-iframe.private.fin.ag';
export const loginId = '11111111-2222-4333-8444-555555555555';

export const connection: Connection = {
  id: 'c1',
  institution: 'FlinksCapital',
  createdAt: '2026-11-22T12:00:00.000Z',
  lastRefreshAt: null,
  accounts: null,
  nightlyRefresh: null,
  verification: 'verified',
  duplicates: [],
  health: { status: 'pending', flinksCode: null },
};

/**
 * An engine with everything around it: a page (an `EventTarget`), a frame, a server and a clock. The frame is mounted
 * as the session requires, like a component does.
 */
export function createConnectHarness(
  methods: Partial<ConnectClient> = {},
  options: Partial<ConnectOptions> = {},
  mounts = true,
) {
  // A fixed moment, so that reports are the same each time.
  const clock = createManualClock('2026-11-22T12:00:00Z');
  const opened: object[] = [];
  const links: LinkConnectionRequest[] = [];
  const reports: ConnectReport[] = [];
  const events: ConnectEvent[] = [];
  const ends: EndedSession[] = [];
  const seen: ConnectSession[] = [];
  const client: ConnectClient = {
    openSession: async (request) => {
      opened.push(request);
      return {
        connectUrl: `${widgetOrigin}/v2/?authorizeToken=t${opened.length}`,
        sessionId: `s${opened.length}`,
      };
    },
    linkConnection: async (link) => {
      links.push(link);
      return connection;
    },
    sendReport: (_, report) => void reports.push(report),
    ...methods,
  };
  const engine = createConnect({
    client: () => client,
    clock,
    onEvent: (event) => events.push(event),
    onEnd: (ended) => ends.push(ended),
    ...options,
  });
  let frame: TestFrame | null = null;
  const frames: TestFrame[] = [];
  const createFrame = (): TestFrame => {
    const made = { src: '', contentWindow: { frame: frames.length }, isConnected: true };
    frames.push(made);
    return made;
  };
  engine.subscribe(() => {
    const session = engine.getSnapshot();
    seen.push(session);
    const wanted = session.status === 'loading' || session.status === 'active';
    if (!mounts || wanted === (frame !== null)) return;
    if (frame) frame.isConnected = false;
    frame = wanted ? createFrame() : null;
    engine.attachFrame(frame);
  });
  const post = (data: unknown, from: { origin?: string; source?: unknown } = {}): void => {
    const source = 'source' in from ? from.source : frame?.contentWindow;
    globalThis.dispatchEvent(
      Object.assign(new Event('message'), { data, origin: from.origin ?? widgetOrigin, source }),
    );
  };
  return {
    engine,
    clock,
    client,
    opened,
    links,
    reports,
    events,
    ends,
    seen,
    frames,
    post,
    /** Detaches the ref of a frame that stays in the document, as Suspense does. */
    hideFrame: () => engine.attachFrame(null),
    showFrame: () => engine.attachFrame(frame),
    /** Takes the frame out of the document. As in a browser, it then has no window. */
    removeFrame() {
      if (frame) Object.assign(frame, { isConnected: false, contentWindow: null });
      engine.attachFrame(null);
    },
    /** Puts another element in its place, as a move between inline and dialog does. */
    replaceFrame() {
      if (!frame) return;
      engine.attachFrame(null);
      frame.isConnected = false;
      frame = createFrame();
      engine.attachFrame(frame);
    },
    step: (step: string, more: object = {}) => post({ step, ...more }),
    session: () => engine.getSnapshot(),
    /** Opens, and posts the widget's first message. */
    async openAndMount() {
      engine.open();
      await settled();
      post({ step: 'APP_MOUNTED' });
    },
    /** Lets so many seconds pass, each with what it causes. */
    async passSeconds(count: number) {
      await settled();
      for (let second = 0; second < count; second += 1) {
        clock.advance(1_000);
        // oxlint-disable-next-line no-await-in-loop -- one second after the other
        await settled();
      }
    },
  };
}

/** Lets every promise that can go on go on. */
export async function settled(): Promise<void> {
  await new Promise((resume) => setImmediate(resume));
}

export interface TestFrame {
  src: string;
  contentWindow: unknown;
  isConnected?: boolean;
}
