import type { Connection, ConnectReport, FlinksClient, LinkConnectionRequest } from '@flinks-kit/core';
import { testClient } from './testClient.ts';
import { widgetOrigin } from './widget.ts';

/** A connection of a test. */
export const testConnection: Connection = {
  id: 'connection-1',
  institution: 'FlinksCapital',
  createdAt: '2026-11-22T12:00:00.000Z',
  lastRefreshAt: null,
  accounts: null,
  nightlyRefresh: null,
  verification: 'verified',
  duplicates: [],
  health: { status: 'pending', flinksCode: null },
};

/** A client that opens sessions and links logins, and remembers what it was asked. */
export function connectClient(methods: Partial<FlinksClient> = {}) {
  const opened: object[] = [];
  const links: LinkConnectionRequest[] = [];
  const reports: ConnectReport[] = [];
  const client = testClient({
    openSession: async (asked) => {
      opened.push(asked);
      return {
        connectUrl: `${widgetOrigin}/v2/?authorizeToken=t${opened.length}`,
        sessionId: `s${opened.length}`,
      };
    },
    linkConnection: async (link) => {
      links.push(link);
      return testConnection;
    },
    sendReport: (_, report) => void reports.push(report),
    ...methods,
  });
  return { client, opened, links, reports };
}
