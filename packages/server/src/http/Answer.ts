import type { HttpRequest } from './HttpRequest.ts';

/**
 * An answer that is not a `Response` yet. Making one, and reading it again, costs more than the rest of a small call; the
 * Node adapter needs neither.
 */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** By its form, since a platform may bring a `Response` class of its own. */
export const isAnswer = (given: Answer | Response): given is Answer =>
  typeof given.headers.get !== 'function';

/** What answers a request: `Response`s are those of the app's `identify`. */
export type AnswerRequest = (request: HttpRequest, context: unknown) => Promise<Answer | Response>;

const answering = new WeakMap<object, AnswerRequest>();

/** A handler of Web-standard responses, whose answers the Node adapter takes as they are. */
export function toWebHandler<Handler extends object>(
  handler: Handler,
  answerRequest: AnswerRequest,
): Handler {
  answering.set(handler, answerRequest);
  return handler;
}

/** How the very handler answers; `undefined` for a handler of the app, also for one that wraps ours. */
export const answersOf = (handler: object): AnswerRequest | undefined => answering.get(handler);

export const toResponse = (answer: Answer | Response): Response =>
  isAnswer(answer) ? new Response(answer.body, { status: answer.status, headers: answer.headers }) : answer;
