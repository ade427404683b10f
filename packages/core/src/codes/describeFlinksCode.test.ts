import { describe, expect, it } from 'vitest';
import { knownFlinksCodes } from '../wire/flinksCodes.ts';
import { describeFlinksCode } from './describeFlinksCode.ts';
import type { RemedySource } from './remedy.ts';

const sources: readonly RemedySource[] = ['widget', 'authorize', 'data', 'token'];
const table = knownFlinksCodes.flatMap((code) => sources.map((source) => [code, source] as const));

describe('describeFlinksCode', () => {
  it.each(table)('has its own text for %s at %s, in both languages', (code, source) => {
    const en = describeFlinksCode(code, { source, locale: 'en' });
    const fr = describeFlinksCode(code, { source, locale: 'fr-CA' });
    for (const remedy of [en, fr]) {
      expect(remedy.title.length).toBeGreaterThan(5);
      expect(remedy.body).toMatch(/\.$/);
      expect(remedy.body).not.toMatch(/undefined|[A-Z]{3,}_/);
    }
    expect(fr.title).not.toBe(en.title);
    expect(fr.body).not.toBe(en.body);
    expect(fr).toMatchObject({ who: en.who, retry: en.retry, action: en.action });
  });

  it('never uses one sentence for two codes or two sources', () => {
    const bodies = table.map(([code, source]) => describeFlinksCode(code, { source, locale: 'en' }).body);
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  it('offers a button only where pressing may help', () => {
    for (const [code, source] of table) {
      const { retry, who, actionLabel } = describeFlinksCode(code, { source, locale: 'en' });
      if (actionLabel !== null) expect([retry === 'never', who === 'developer']).toEqual([false, false]);
    }
  });

  it.each([
    ['INVALID_PASSWORD', 'widget', 'user', 'now', 'try-again'],
    ['INVALID_PASSWORD', 'authorize', 'user', 'now', 'reconnect'],
    ['QUESTION_NOT_FOUND', 'authorize', 'user', 'now', 'reconnect'],
    ['UNAUTHORIZED', 'widget', 'user', 'later', 'contact-bank'],
    ['UNAUTHORIZED', 'token', 'developer', 'never', 'contact-support'],
    ['DISABLED_LOGIN', 'data', 'user', 'never', 'contact-bank'],
    ['DISABLED_INSTITUTION', 'widget', 'user', 'later', 'choose-other-bank'],
    ['DISABLED_INSTITUTION', 'authorize', 'flinks', 'later', 'wait'],
    ['OPERATION_PENDING', 'data', 'none', 'later', 'wait'],
    ['RETRY_LATER', 'authorize', 'bank', 'later', 'wait'],
  ] as const)('%s at %s: %s, %s, %s', (code, source, who, retry, action) => {
    expect(describeFlinksCode(code, { source, locale: 'en' })).toMatchObject({ who, retry, action });
  });

  it('reads the maintenance code in each spelling of Flinks', () => {
    for (const code of ['BANK MAINTENANCE_RETRY_LATER', 'BANK_MAINTENENACE_RETRY_LATER']) {
      expect(describeFlinksCode(code, { source: 'data', locale: 'en' })).toMatchObject({
        flinksCode: code,
        title: 'Your bank is under maintenance',
      });
    }
  });

  it('has a sensible answer for an unknown code', () => {
    expect(describeFlinksCode('MADE_UP', { source: 'widget', locale: 'en' })).toEqual({
      flinksCode: 'MADE_UP',
      source: 'widget',
      who: 'flinks',
      retry: 'later',
      action: 'try-again',
      title: 'Something unexpected happened',
      body: 'The connection service reported something we do not know. Try again later. The secure page stays open.',
      actionLabel: 'Try again',
    });
    expect(describeFlinksCode('toString', { source: 'data', locale: 'fr' }).title).toBe(
      'Un imprévu est survenu',
    );
  });
});
