import { type Answer, messageOf } from './answer.ts';

/**
 * Flinks' 202. The placeholders are literal on the wire and `HttpStatusCode` stands in the middle: nobody should
 * follow these links (docs/flinks/api.md 2.6).
 */
export function pendingBody(
  requestId: string,
  flinksCode: 'OPERATION_PENDING' | 'OPERATION_DISPATCHED',
): Answer {
  return {
    status: 202,
    body: {
      FlinksCode: flinksCode,
      Links: [{ rel: '{Endpoint}Async', href: '/{Endpoint}Async', example: '/{Endpoint}Async/{requestId}' }],
      HttpStatusCode: 202,
      Message: messageOf(flinksCode),
      RequestId: requestId,
    },
  };
}
