import { createManualClock, createSandbox } from '@flinks-kit/sandbox';
import { parseConnectMessage } from '@flinks-kit/core/wire';
import { array, assert, asyncProperty, constant, constantFrom, oneof, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOf, openWidget } from '../../test/widgetPage.ts';

const actions = oneof(
  ...[
    ['accept', 'deny', 'close', 'back', 'look', 'opened', 'blocked', 'leave', 'retry', 'other', 'not-listed'],
    [
      'upload',
      'help',
      'tips',
      'keep',
      'bank',
      'forgot',
      'accept-terms',
      'no such action',
      '__proto__',
      'toString',
    ],
  ]
    .flat()
    .map((action) => constant({ action, values: {} })),
  record({
    action: constant('choose'),
    values: record({
      choice: constantFrom('FlinksCapital', 'SandboxOAuthBank', 'SandboxClosedBank', 'NoSuchBank'),
    }),
  }),
  record({
    action: constant('submit'),
    values: record({
      username: constantFrom('Greatday', 'greatday_nomfa', 'test_disabled_account', 'absent'),
      password: constantFrom('Everyday', 'Yesterday'),
      answer0: constantFrom('Canada', 'Montreal', 'Triangle', ''),
      accounts: array(string()),
    }),
  }),
);

const parameters = record({
  accountSelectorEnable: constantFrom('true', 'false'),
  enhancedMFA: constantFrom('true', 'false'),
  consentEnable: constantFrom('true', 'false'),
  maximumRetry: constantFrom('1', '3', null),
  language: constantFrom('en', 'fr', 'xx'),
  stringify: constantFrom('true', 'false'),
});

describe('the widget’s session', () => {
  test(
    'whatever is pressed in whatever order: a screen, messages that core knows, and one REDIRECT at most',
    { timeout: 60_000 },
    async () => {
      await assert(
        asyncProperty(parameters, array(actions, { maxLength: 25 }), async (address, pressed) => {
          const page = await openWidget(createSandbox({ clock: createManualClock() }), address);
          for (const { action, values } of pressed) {
            // One after the other, as people do.
            // oxlint-disable-next-line no-await-in-loop
            await page.act(action, values);
          }
          expect(page.screen().title).not.toBe('');
          expect(page.messages().map(parseConnectMessage)).not.toContain(undefined);
          expect(namesOf(page.messages()).filter((name) => name === 'REDIRECT').length).toBeLessThan(2);
        }),
        { numRuns: 150 },
      );
    },
  );
});
