import { flinksRoutes } from '@flinks-kit/core';
import type { UserFlinks } from '../operations/forUser.ts';
import { readJson } from './readJson.ts';
import { jsonResponse } from './respond.ts';
import {
  emptySchema,
  linkConnectionSchema,
  openSessionSchema,
  reportSchema,
  nightlyRefreshSchema,
} from '../operations/schemas.ts';

/** The routes of a signed-in user: each reads its request, calls the same method that `forUser` has, and answers. */
export const userRoutes: readonly UserRoute[] = [
  {
    ...flinksRoutes.openSession,
    name: 'openSession',
    answer: async ({ client, request }) =>
      jsonResponse(await client.openSession(await readJson(request, openSessionSchema)), 201),
  },
  {
    ...flinksRoutes.getSession,
    name: 'getSession',
    answer: async ({ client, id }) => jsonResponse(await client.getSession(id)),
  },
  {
    ...flinksRoutes.sendReport,
    name: 'sendReport',
    answer: async ({ client, id, request }) => {
      await client.sendReport(id, await readJson(request, reportSchema));
      return jsonResponse({});
    },
  },
  {
    ...flinksRoutes.linkConnection,
    name: 'linkConnection',
    answer: async ({ client, request }) =>
      jsonResponse(await client.linkConnection(await readJson(request, linkConnectionSchema)), 201),
  },
  {
    ...flinksRoutes.listConnections,
    name: 'listConnections',
    answer: async ({ client }) => jsonResponse(await client.listConnections()),
  },
  {
    ...flinksRoutes.getConnection,
    name: 'getConnection',
    answer: async ({ client, id }) => jsonResponse(await client.getConnection(id)),
  },
  {
    ...flinksRoutes.getAccounts,
    name: 'getAccounts',
    answer: async ({ client, id }) => jsonResponse(await client.getAccounts(id)),
  },
  {
    ...flinksRoutes.refreshConnection,
    name: 'refreshConnection',
    answer: async ({ client, id, request }) => {
      await readJson(request, emptySchema);
      return jsonResponse(await client.refreshConnection(id));
    },
  },
  {
    ...flinksRoutes.setNightlyRefresh,
    name: 'setNightlyRefresh',
    answer: async ({ client, id, request }) => {
      const { enabled } = await readJson(request, nightlyRefreshSchema);
      return jsonResponse(await client.setNightlyRefresh(id, enabled));
    },
  },
  {
    ...flinksRoutes.deleteConnection,
    name: 'deleteConnection',
    answer: async ({ client, id }) => jsonResponse(await client.deleteConnection(id)),
  },
];

/** One route of a signed-in user. */
export interface UserRoute {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly answer: (call: UserCall) => Promise<Response>;
}

/** A request that passed the door. */
export interface UserCall {
  /** The user's own client: ownership is its business. */
  readonly client: UserFlinks;
  readonly request: Request;
  /** The id in the path; empty when the path has none. */
  readonly id: string;
}
