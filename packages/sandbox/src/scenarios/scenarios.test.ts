import { createManualClock, createSandbox, scenarios } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { handledByWidget } from '../../test/documented.ts';
import { namesOf, openWidget, type WidgetPage } from '../../test/widgetPage.ts';
import { institutions } from '../institutions/institutions.ts';
import { findScenario } from '../options.ts';

const open = (parameters: Readonly<Record<string, string>>) =>
  openWidget(createSandbox({ clock: createManualClock() }), { consentEnable: 'false', ...parameters });

/** Follows a scenario’s `reproduce`, word by word. */
async function reproduce(page: WidgetPage, how: string): Promise<void> {
  const [, title] = /^Choose (.+?)\./.exec(how) ?? [];
  const bank = institutions.find((known) => known.title.en === (title ?? 'Flinks Capital'));
  await page.act('choose', { choice: bank?.name ?? '' });
  const [, username = '', password = 'Yesterday'] =
    /^Sign in as (\w+)(?: with any password but| \/ (\w+))/.exec(how) ?? [];
  if (username === '') return;
  await page.act('submit', { username, password });
  if (how.includes('answer wrongly')) await page.act('submit', { answer0: 'Atlantis' });
}

describe.each(handledByWidget)('%s', (code) => {
  const { name, reproduce: how } = findScenario({ scenarios }, code.toLowerCase().replaceAll('_', '-'));

  test('is what its scenario ends in', async () => {
    const page = await open({ sandboxScenario: name, sandboxDrive: '1' });
    await page.play();
    expect(namesOf(page.messages()).at(-1)).toBe(code);
    expect(page.screen().name).toBe('problem');
  });

  test('is what its instructions lead to', async () => {
    const page = await open({});
    await reproduce(page, how);
    expect(namesOf(page.messages()).at(-1)).toBe(code);
  });
});

describe('scenarios', () => {
  test('every scenario has a name of its own, and describes in sentences what it shows and how to get it', () => {
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    for (const { summary, reproduce: how } of scenarios) {
      expect(summary).toMatch(/^[A-Z].+\.$/);
      expect(how).toMatch(/^[A-Z].+\.$/);
    }
    const promised = [
      'everyday',
      'mfa',
      'wrong-password-then-right',
      'slow-bank',
      'token-used',
      'credit-only',
    ];
    for (const name of [...promised, 'no-accounts'])
      expect(findScenario({ scenarios }, name).name).toBe(name);
  });

  test('an unknown scenario is refused with the names that there are', () => {
    expect(() => createSandbox({ scenario: 'mfaa' })).toThrow(/no scenario called "mfaa".+everyday, mfa,/);
  });
});
