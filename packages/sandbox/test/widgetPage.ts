import type { Sandbox } from '@flinks-kit/sandbox';
import type { Effect, Screen, ScreenValues, WidgetReply } from '../src/widget/screens/protocol.ts';
import { createFlinksClient } from './flinksClient.ts';

/**
 * The widget's page without a page: it does what the backend answers, at once, and keeps what it sent to the host. A
 * fresh token is minted unless the parameters bring one, or `null` for none.
 */
export async function openWidget(
  sandbox: Sandbox,
  parameters: Readonly<Record<string, string | null>> = {},
  path = '/v2/',
): Promise<WidgetPage> {
  const url = new URL(path, 'https://widget.example');
  const token = 'authorizeToken' in parameters ? null : await createFlinksClient(sandbox).mint();
  for (const [name, value] of Object.entries({ authorizeToken: token, ...parameters })) {
    if (value !== null) url.searchParams.set(name, value);
  }
  const effects: Effect[] = [];
  const ask = async (where: string, body: unknown): Promise<WidgetReply> => {
    const response = await sandbox.fetch(
      new Request(new URL(where, url), { method: 'POST', body: JSON.stringify(body) }),
    );
    const reply: WidgetReply = await response.json();
    effects.push(...reply.effects);
    return reply;
  };

  let latest = await ask('/sandbox/widget', { href: url.href });
  const act = async (action: string, values: ScreenValues = {}): Promise<void> => {
    latest = await ask(`/sandbox/widget/${latest.id}`, { action, values });
  };
  const page: WidgetPage = {
    id: latest.id,
    screen: () => latest.screen,
    effects: () => effects,
    messages: () => effects.flatMap((effect) => (effect.kind === 'post' ? [effect.message] : [])),
    act,
    notice: (what) => void effects.push(latest.signals[what]),
    async play(limit = 60) {
      for (let context = 0; context < limit && latest.next !== null; context += 1) {
        if (latest.screen.name === 'bank-window') return;
        // One after the other, as a page does.
        // oxlint-disable-next-line no-await-in-loop
        await act(latest.next.action, latest.next.values);
      }
    },
  };
  await settle(page, () => latest);
  return {
    ...page,
    async act(action, values) {
      await act(action, values);
      await settle(page, () => latest);
    },
  };
}

/** A widget in a test. */
export interface WidgetPage {
  readonly id: string;
  readonly screen: () => Screen;
  readonly effects: () => readonly Effect[];
  /** What the host received, in order. */
  readonly messages: () => readonly unknown[];
  /** Does what a person does, and waits for the bank. */
  readonly act: (action: string, values?: ScreenValues) => Promise<void>;
  /** What the page itself notices about the network and its size. */
  readonly notice: (what: keyof WidgetReply['signals']) => void;
  /** Lets the scenario drive until it waits for the user. */
  readonly play: (limit?: number) => Promise<void>;
}

/** The names of what the host received: steps and codes. */
export function namesOf(messages: readonly unknown[]): readonly unknown[] {
  return messages.map((message) => {
    const parsed: unknown = typeof message === 'string' ? JSON.parse(message) : message;
    return typeof parsed === 'object' && parsed !== null
      ? 'step' in parsed
        ? parsed.step
        : 'flinksCode' in parsed && parsed.flinksCode
      : parsed;
  });
}

async function settle(page: WidgetPage, latest: () => WidgetReply): Promise<void> {
  while (latest().next?.by === 'bank' && latest().screen.name === 'verifying') {
    // oxlint-disable-next-line no-await-in-loop
    await page.act('bank');
  }
}
