import { createManualClock, createSandbox, scenarios } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { fakeScenarios } from './scenarios.ts';

interface Reply {
  readonly id: string;
  readonly screen: { readonly name: string };
  readonly effects: readonly { readonly kind: string; readonly message?: unknown }[];
  readonly next: { readonly action: string; readonly values: object } | null;
}

/** Lets the widget of the sandbox play a scenario, and gives what it sent: one frame, or two where a token is rejected. */
async function playSandbox(name: string): Promise<readonly unknown[]> {
  const sandbox = createSandbox({ clock: createManualClock() });
  const first = await playFrame(sandbox, name);
  const isRejected = stepsOf(first).at(-1) === 'TOKEN_INVALID';
  return isRejected ? [...first, ...(await playFrame(sandbox, name))] : first;
}

async function playFrame(
  sandbox: ReturnType<typeof createSandbox>,
  name: string,
): Promise<readonly unknown[]> {
  const messages: unknown[] = [];
  const post = async (path: string, body: object, headers = {}): Promise<Reply> => {
    const request = { method: 'POST', body: JSON.stringify(body), headers };
    const response = await sandbox.fetch(new Request(new URL(path, 'https://widget.example'), request));
    return response.json();
  };
  const mint = `/v3/${sandbox.credentials.customerId}/BankingServices/GenerateAuthorizeToken`;
  const minted: unknown = await post(mint, {}, { 'flinks-auth-key': sandbox.credentials.secretKey });
  const parameters = new URLSearchParams({
    authorizeToken: Object(minted).Token,
    ...{ sandboxScenario: name, sandboxDrive: '1', accountSelectorEnable: 'true', closeEnable: 'true' },
    ...{ consentEnable: 'true', maximumRetry: '1' },
  });
  let reply = await post('/sandbox/widget', { href: `https://widget.example/v2/?${parameters.toString()}` });
  for (let turns = 0; turns < 60; turns += 1) {
    messages.push(...reply.effects.flatMap(({ kind, message }) => (kind === 'post' ? [message] : [])));
    const isClosed = stepsOf(messages).at(-1)?.startsWith('COMPONENT_CLOSE_SESSION');
    if (reply.next === null || reply.screen.name === 'bank-window' || isClosed === true) break;
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a page does
    reply = await post(`/sandbox/widget/${reply.id}`, reply.next);
  }
  return messages;
}

/** The steps and codes of messages, with the banks and the kinds of questions that they name. */
const stepsOf = (messages: readonly unknown[]) =>
  messages.map((message) => {
    const { step, flinksCode, institution, mfaTypes } = Object(message);
    return [step ?? flinksCode, institution, mfaTypes].flat().filter(Boolean).join(' ');
  });

describe('fakeScenarios', () => {
  test('are those of the sandbox, by the same names', () => {
    expect(Object.keys(fakeScenarios).toSorted()).toEqual(scenarios.map(({ name }) => name).toSorted());
  });

  test.each(Object.entries(fakeScenarios))(
    '%s sends what the widget of the sandbox sends',
    async (name, { messages }) => {
      const sent = stepsOf(await playSandbox(name));
      expect(sent.length).toBeGreaterThan(0);
      // Only a person can go on in the window of a bank.
      expect(stepsOf(name === 'bank-window' ? messages.slice(0, sent.length) : messages)).toEqual(sent);
    },
  );
});
