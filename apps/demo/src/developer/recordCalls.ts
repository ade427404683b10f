import { flinksRoutes, type FetchHandler } from '@flinks-kit/core';
import type { Recorder } from './createRecorder.ts';

/** Wraps a fetch handler so that every call is recorded and none is changed. */
export function recordCalls(
  recorder: Recorder,
  handler: FetchHandler = (request) => fetch(request),
): FetchHandler {
  return async (request) => {
    const startedAt = Date.now();
    const { method } = request;
    const path = withoutIds(new URL(request.url).pathname);
    const note = (status: number | null): void =>
      recorder.recordCall({ at: startedAt, method, path, status, durationMs: Date.now() - startedAt });
    try {
      const response = await handler(request);
      note(response.status);
      return response;
    } catch (problem) {
      note(null);
      throw problem;
    }
  };
}

const words = new Set([
  '',
  'api',
  'flinks',
  ...Object.values(flinksRoutes).flatMap(({ path }) => path.split('/')),
]);

function withoutIds(path: string): string {
  return path
    .split('/')
    .map((part) => (words.has(part) ? part : ':id'))
    .join('/');
}
