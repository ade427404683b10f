import { type FlinksRouteName, flinksRoutes, type OpenSessionRequest } from '@flinks-kit/core';
import type { InferOutput } from 'valibot';
import type { UserFlinks } from '../operations/forUser.ts';
import {
  emptySchema,
  institutionsSchema,
  linkConnectionSchema,
  nightlyRefreshSchema,
  openSessionSchema,
  reportSchema,
} from '../operations/schemas.ts';
import type { Answer } from './Answer.ts';
import { readJson, readQuery } from './body.ts';
import { jsonAnswer } from './respond.ts';

/** How each route of a signed-in user is answered: by the method of the same name. A missing route is a type error. */
const answers: Readonly<Record<FlinksRouteName, UserRoute['answer']>> = {
  openSession: async ({ client, request }) =>
    jsonAnswer(await client.openSession(toRequest(await readJson(request, openSessionSchema))), 201),
  getSession: async ({ client, id }) => jsonAnswer(await client.getSession(id)),
  async sendReport({ client, id, request }) {
    await client.sendReport(id, await readJson(request, reportSchema));
    return jsonAnswer({});
  },
  linkConnection: async ({ client, request }) =>
    jsonAnswer(await client.linkConnection(await readJson(request, linkConnectionSchema)), 201),
  listConnections: async ({ client }) => jsonAnswer(await client.listConnections()),
  getConnection: async ({ client, id }) => jsonAnswer(await client.getConnection(id)),
  getAccounts: async ({ client, id }) => jsonAnswer(await client.getAccounts(id)),
  async refreshConnection({ client, id, request }) {
    await readJson(request, emptySchema);
    return jsonAnswer(await client.refreshConnection(id));
  },
  async setNightlyRefresh({ client, id, request }) {
    const { enabled } = await readJson(request, nightlyRefreshSchema);
    return jsonAnswer(await client.setNightlyRefresh(id, enabled));
  },
  listInstitutions: async ({ client, request }) =>
    jsonAnswer(await client.listInstitutions(readQuery(request, institutionsSchema).language)),
  deleteConnection: async ({ client, id }) => jsonAnswer(await client.deleteConnection(id)),
};

/** A connection has its own institution, and a new one has no earlier choice of accounts. */
function toRequest(sent: InferOutput<typeof openSessionSchema>): OpenSessionRequest {
  const { connectionId, chooseAccounts, institution, language } = sent;
  return connectionId === undefined ? { institution, language } : { connectionId, chooseAccounts, language };
}

const isRouteName = (name: string): name is FlinksRouteName => Object.hasOwn(flinksRoutes, name);

/** The routes of a signed-in user. */
export const userRoutes: readonly UserRoute[] = Object.keys(flinksRoutes)
  .filter(isRouteName)
  .map((name) => ({ ...flinksRoutes[name], name, answer: answers[name] }));

/** One route of a signed-in user. */
export interface UserRoute {
  readonly name: FlinksRouteName;
  readonly method: string;
  readonly path: string;
  readonly answer: (call: UserCall) => Promise<Answer>;
}

/** A request that passed the checks of `createHandler`. */
export interface UserCall {
  /** The user's own client, which enforces ownership. */
  readonly client: UserFlinks;
  readonly request: Request;
  /** The id in the path; empty when the path has none. */
  readonly id: string;
}
