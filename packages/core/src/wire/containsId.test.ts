import { describe, expect, test } from 'vitest';
import { containsId } from './read.ts';
import { parseConnectMessage } from './parseConnectMessage.ts';

const id = '11111111-2222-4333-8444-555555555555';

describe('containsId', () => {
  test.each([
    id,
    id.toUpperCase(),
    id.replaceAll('-', ''),
    id.replaceAll('-', '_'),
    id.replaceAll('-', '%2D'),
    `user ${id} here`,
    'https://app.example/',
    'https%3A%2F%2Fapp.example',
  ])('"%s" could give an id away', (text) => {
    expect(containsId(text)).toBe(true);
    for (const message of [
      { step: 'REDIRECT', institution: text },
      { step: 'BRAND_NEW', institution: text, note: text },
      { step: text },
      { flinksCode: text },
      { step: 'COMPONENT_LOAD_MFA', mfaTypes: [text] },
    ]) {
      expect(JSON.stringify(parseConnectMessage(message)) ?? '').not.toContain(text);
    }
  });

  test.each(['FlinksCapital', 'TD Demo', '175010', 'Caisse Desjardins – Québec', 'QuestionAndAnswer', ''])(
    '"%s" gives nothing away',
    (text) => {
      expect(containsId(text)).toBe(false);
    },
  );
});
