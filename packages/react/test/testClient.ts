import type { FlinksClient } from '@flinks-kit/core';

/** A client that a test fills in: a method that it left out rejects, so no test passes by accident. */
export function testClient(methods: Partial<FlinksClient> = {}): FlinksClient {
  return { openSession: refuse, linkConnection: refuse, ...methods };
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('This test gave the client no such method.'));
}
