// Compiled with everything else by `npm test -- types`, and never run.
import { expectTypeOf } from 'vitest';
import type { Connection } from '../connections/connection.ts';
import type { OpenSessionRequest } from './connectClient.ts';
import type { ConnectReport } from './report.ts';
import type { ConnectFailure, ConnectSession } from './session.ts';
import type { ConnectStage } from '../wire/steps.ts';
import type { ExitReason } from './exits.ts';

declare const session: ConnectSession;

// `status` alone decides which fields exist.
if (session.status === 'active') expectTypeOf(session.stage).toEqualTypeOf<ConnectStage | null>();
if (session.status === 'connected') expectTypeOf(session.connection).toEqualTypeOf<Connection>();
if (session.status === 'exited') expectTypeOf(session.reason).toEqualTypeOf<ExitReason>();
if (session.status === 'failed') expectTypeOf(session.error).toEqualTypeOf<ConnectFailure>();
if ('report' in session) {
  expectTypeOf(session.report).toEqualTypeOf<ConnectReport>();
  expectTypeOf(session.status).toEqualTypeOf<'connected' | 'exited' | 'failed'>();
}

// @ts-expect-error -- an idle session has no attempt
if (session.status === 'idle') void session.attempt;
// @ts-expect-error -- a session under way has no report yet
if (session.status === 'linking') void session.report;

// A connection has its own institution; a new one has no earlier choice of accounts.
expectTypeOf<{ connectionId: string; chooseAccounts: true }>().toExtend<OpenSessionRequest>();
expectTypeOf<{ institution: string; language: 'fr' }>().toExtend<OpenSessionRequest>();
expectTypeOf<{ connectionId: string; institution: string }>().not.toExtend<OpenSessionRequest>();
expectTypeOf<{ chooseAccounts: true }>().not.toExtend<OpenSessionRequest>();
