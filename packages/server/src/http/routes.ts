import { type FlinksRouteName, flinksRoutes, type OpenSessionRequest } from '@flinks-kit/core';
import type { InferOutput } from 'valibot';
import type { ServerContext } from '../context/ServerContext.ts';
import { deleteConnection } from '../operations/deleteConnection.ts';
import { getAccounts } from '../operations/getAccounts.ts';
import { getConnection } from '../operations/getConnection.ts';
import { getSession } from '../operations/getSession.ts';
import { linkConnection } from '../operations/linkConnection.ts';
import { listConnections } from '../operations/listConnections.ts';
import { listInstitutions } from '../operations/listInstitutions.ts';
import { openSession } from '../operations/openSession.ts';
import { refreshConnection } from '../operations/refreshConnection.ts';
import {
  emptySchema,
  institutionsSchema,
  linkConnectionSchema,
  nightlyRefreshSchema,
  openSessionSchema,
  reportSchema,
} from '../operations/schemas.ts';
import { sendReport } from '../operations/sendReport.ts';
import { setNightlyRefresh } from '../operations/setNightlyRefresh.ts';
import type { Answer } from './Answer.ts';
import { readJson, readQuery } from './body.ts';
import type { HttpRequest } from './HttpRequest.ts';
import { jsonAnswer } from './respond.ts';

/** How each route of a signed-in user is answered: by the operation of the same name. A missing route is a type error. */
const answers: Readonly<Record<FlinksRouteName, UserRoute['answer']>> = {
  async openSession({ context, userId, request }) {
    const asked = toRequest(await readJson(request, openSessionSchema));
    return jsonAnswer(await openSession(context, userId, asked), 201);
  },
  getSession: async ({ context, userId, id }) => jsonAnswer(await getSession(context, userId, id)),
  async sendReport({ context, userId, id, request }) {
    await sendReport(context, userId, id, await readJson(request, reportSchema));
    return jsonAnswer({});
  },
  async linkConnection({ context, userId, request }) {
    const link = await readJson(request, linkConnectionSchema);
    return jsonAnswer(await linkConnection(context, userId, link), 201);
  },
  listConnections: async ({ context, userId }) => jsonAnswer(await listConnections(context, userId)),
  getConnection: async ({ context, userId, id }) => jsonAnswer(await getConnection(context, userId, id)),
  getAccounts: async ({ context, userId, id }) => jsonAnswer(await getAccounts(context, userId, id)),
  async refreshConnection({ context, userId, id, request }) {
    await readJson(request, emptySchema);
    return jsonAnswer(await refreshConnection(context, userId, id));
  },
  async setNightlyRefresh({ context, userId, id, request }) {
    const { enabled } = await readJson(request, nightlyRefreshSchema);
    return jsonAnswer(await setNightlyRefresh(context, userId, id, enabled));
  },
  listInstitutions: async ({ context, request }) =>
    jsonAnswer(await listInstitutions(context, readQuery(request, institutionsSchema).language)),
  deleteConnection: async ({ context, userId, id }) =>
    jsonAnswer(await deleteConnection(context, userId, id)),
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
  readonly context: ServerContext;
  /** The signed-in user. */
  readonly userId: string;
  readonly request: HttpRequest;
  /** The id in the path; empty when the path has none. */
  readonly id: string;
}
