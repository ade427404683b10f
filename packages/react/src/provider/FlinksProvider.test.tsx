import { FlinksKitError } from '@flinks-kit/core';
import { freshQueryClient, testClient } from '#test';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { createElement, type ReactElement, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connected, snapshot } from '../../test/sampleAccounts.ts';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { AccountList } from '../accounts/AccountList.tsx';
import { ConnectionCard } from '../connections/ConnectionCard.tsx';
import { forgetWarnings } from '../development/diagnostics.ts';
import { frCA } from '../labels/frCA.ts';
import { FlinksProvider } from './FlinksProvider.tsx';
import { useFlinks } from './useFlinks.ts';

describe('FlinksProvider', () => {
  beforeEach(forgetWarnings);
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** As an app in JavaScript calls it, past the types. */
  function renderLoosely(props: Record<string, unknown>, children: ReactNode = null) {
    return render(
      <QueryClientProvider client={freshQueryClient()}>
        {createElement(loosened(FlinksProvider), props, children)}
      </QueryClientProvider>,
    );
  }

  function loosened(component: unknown): (props: Record<string, unknown>) => ReactElement {
    if (isComponent(component)) return component;
    throw new TypeError('This is no component.');
  }

  function isComponent(value: unknown): value is (props: Record<string, unknown>) => ReactElement {
    return typeof value === 'function';
  }

  function Shown(): ReactElement {
    const { locale, timeZone } = useFlinks();
    return <output>{`${locale} ${timeZone ?? 'own'}`}</output>;
  }

  const query = { data: snapshot(), error: null, isFetching: false, fetchStatus: 'idle', refetch: () => {} };

  describe('locale and time zone', () => {
    it.each([
      ['fr_CA', 'fr-CA'],
      ['en_CA', 'en-CA'],
      ['en-US@posix', 'en-US'],
      ['fr_CA.UTF-8', 'fr-CA'],
      ['fr-CA,fr;q=0.9', 'fr-CA'],
      ['C', 'en'],
      ['POSIX', 'en'],
      ['', 'en'],
      ['*', 'en'],
      ['french', 'en'],
      ['fr-ca', 'fr-CA'],
      ['fr_FR@euro', 'fr-FR'],
      ['zh_Hant_TW', 'zh-Hant-TW'],
      ['en--CA', 'en'],
      ['und', 'en'],
      ['fr-CA-u-nu-latn', 'fr-CA-u-nu-latn'],
      [' fr-CA ', 'fr-CA'],
      [null, 'en'],
      [7, 'en'],
      [Promise.resolve('fr-CA'), 'en'],
      [['fr-CA', 'en'], 'en'],
    ])('understands the locale %j as %s, and no row throws', (locale, used) => {
      renderLoosely(
        { client: testClient(), locale, labels: frCA, onWarning: () => {} },
        <>
          <Shown />
          <AccountList accounts={query} />
          <ConnectionCard connection={sampleConnection()} />
        </>,
      );
      expect(document.querySelector('output')).toHaveTextContent(`${used} own`);
      expect(screen.getAllByRole('listitem').length).toBeGreaterThan(0);
    });

    it.each([
      ['America/Toronto', 'America/Toronto'],
      ['america/toronto', 'America/Toronto'],
      ['Montreal', 'own'],
      ['Eastern Standard Time', 'own'],
      ['Etc/Unknown', 'own'],
      ['America/Toronto ', 'own'],
      ['GMT+5', 'own'],
      ['localtime', 'own'],
      [':/etc/localtime', 'own'],
      ['US/Eastern', 'America/New_York'],
      ['', 'own'],
      [null, 'own'],
      [Promise.resolve('America/Toronto'), 'own'],
    ])('understands the time zone %j as %s, and no row throws', (timeZone, used) => {
      renderLoosely(
        { client: testClient(), timeZone, onWarning: () => {} },
        <>
          <Shown />
          <AccountList accounts={query} />
        </>,
      );
      expect(document.querySelector('output')).toHaveTextContent(`en ${used}`);
    });

    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    it.each([
      ['a big integer', 7n],
      ['a symbol', Symbol('fr')],
      ['an object that holds itself, such as i18n', circular],
      ['a function', () => 'fr'],
      ['a locale of Intl', new Intl.Locale('fr-CA')],
      ['not a number', Number.NaN],
    ])('warns of %s as a locale and as a time zone, and throws nothing', (_name, value) => {
      const onWarning = vi.fn();
      renderLoosely({ client: testClient(), locale: value, timeZone: value, onWarning }, <Shown />);
      expect(onWarning).toHaveBeenCalledTimes(2);
      expect(document.querySelector('output')).toHaveTextContent('en own');
    });

    it.each([
      ['zh-Hant-TW-u-ca-roc', 'zh-Hant-TW-u-ca-roc'],
      ['en-CA-u-nu-arab', 'en-CA-u-nu-arab'],
      ['ar-EG', 'ar-EG'],
      ['th-TH-u-nu-thai', 'th-TH-u-nu-thai'],
      ['fa-IR', 'fa-IR'],
      ['he', 'he'],
      ['fr_CA@currency=USD', 'fr-CA'],
      ['en-US-posix', 'en-US-u-va-posix'],
      ['iw', 'he'],
      ['en-x-lojban', 'en-x-lojban'],
      ['i-klingon', 'en'],
      ['x-private', 'en'],
      ['fr-CA-', 'en'],
      ['LC_ALL=fr_CA', 'en'],
      ['\u202Efr-CA', 'en'],
      ['fr‑CA', 'en'],
      ['und-CA', 'en'],
      ['mul', 'en'],
    ])('shows every component in the locale %j', (locale, used) => {
      renderLoosely(
        { client: testClient(), locale, labels: frCA, timeZone: 'America/Toronto', onWarning: () => {} },
        <>
          <Shown />
          <AccountList accounts={query} />
          <ConnectionCard connection={sampleConnection()} />
        </>,
      );
      expect(document.querySelector('output')).toHaveTextContent(`${used} America/Toronto`);
      expect(document.body.textContent).not.toMatch(/undefined|NaN|Invalid/);
    });

    it.each([
      ['utc', 'UTC'],
      ['GMT', 'UTC'],
      ['Etc/GMT+5', 'Etc/GMT+5'],
      ['US/Pacific', 'America/Los_Angeles'],
      ['EST5EDT', undefined],
      ['America/Montreal', undefined],
      ['(UTC-05:00) Eastern Time (US & Canada)', 'own'],
      ['UTC+5', 'own'],
      ['America\\Toronto', 'own'],
      ['-300', 'own'],
      [-300, 'own'],
      [{}, 'own'],
    ])('shows dates in the time zone %j', (timeZone, used) => {
      renderLoosely(
        { client: testClient(), timeZone, onWarning: () => {} },
        <>
          <Shown />
          <AccountList accounts={query} />
        </>,
      );
      if (used !== undefined) expect(document.querySelector('output')).toHaveTextContent(`en ${used}`);
      expect(document.body.textContent).not.toMatch(/undefined|NaN|Invalid/);
    });

    it('warns once of a locale and a time zone that it cannot use', () => {
      const onWarning = vi.fn();
      const props = { client: testClient(), locale: 'french', timeZone: 'Montreal', onWarning };
      renderLoosely(props);
      renderLoosely(props);
      expect(onWarning.mock.calls.map(([message]) => String(message))).toEqual([
        expect.stringContaining('"en-CA" or "fr-CA"'),
        expect.stringContaining('"America/Toronto"'),
      ]);
    });

    it('warns of a French locale without French labels, and not with them', () => {
      const warn = vi.spyOn(console, 'warn').mockReturnValue();
      renderLoosely({ client: testClient(), locale: 'fr', labels: frCA });
      expect(warn).not.toHaveBeenCalled();
      renderLoosely({ client: testClient(), locale: 'fr' });
      expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('labels={frCA}'));
    });
  });

  describe('options', () => {
    it.each([
      ['nothing', {}, 'endpoint is undefined. Write the path of your server, such as "/api/flinks"'],
      ['an endpoint that is undefined', { endpoint: undefined, userId: 'u1' }, 'endpoint is undefined'],
      ['an endpoint without a slash', { endpoint: 'api/flinks', userId: 'u1' }, '"api/flinks"'],
      ['a promise as endpoint', { endpoint: Promise.resolve('/api'), userId: 'u1' }, 'a promise (await it)'],
      ['no userId', { endpoint: '/api/flinks' }, 'null while no user is signed in'],
      ['an empty userId', { endpoint: '/api/flinks', userId: '' }, 'userId is ""'],
      ['a userId made of nothing', { endpoint: '/api/flinks', userId: 'undefined' }, 'userId is "undefined"'],
      ['a numeric userId', { endpoint: '/api/flinks', userId: 7 }, 'userId is 7'],
      ['an endpoint and a client', { endpoint: '/api/flinks', client: testClient() }, 'Pass one of them'],
      ['a client that is none', { client: {} }, 'without openSession()'],
      ['a client that is null', { client: null }, 'without openSession()'],
      ['a promise as client', { client: Promise.resolve(testClient()) }, 'without openSession()'],
      ['labels that are null', { client: testClient(), labels: null }, 'got `labels` that are no object'],
      [
        'labels that are a language',
        { client: testClient(), labels: 'fr' },
        'got `labels` that are no object',
      ],
      ['a promise as labels', { client: testClient(), labels: import('../labels/frCA.ts') }, 'got `labels`'],
      ['an onWarning that is a text', { client: testClient(), onWarning: 'console' }, 'got an `onWarning`'],
      [
        'a promise as onWarning',
        { client: testClient(), onWarning: Promise.resolve() },
        'got an `onWarning`',
      ],
    ])('refuses %s with a sentence', (_, props, sentence) => {
      vi.spyOn(console, 'error').mockReturnValue();
      expect(() => renderLoosely(props)).toThrow(FlinksKitError);
      expect(() => renderLoosely(props)).toThrow(sentence);
    });

    it.each<[string, object, string]>([
      [
        'a section',
        { sesion: {} },
        'labels has no section "sesion", so it does nothing. Its sections are accounts,',
      ],
      ['a line', { session: { cancle: 'Stop' } }, 'labels.session has no line "cancle"'],
      [
        'a line of undefined',
        { session: { retry: undefined } },
        'labels.session.retry is undefined. Write a text',
      ],
      ['a line of null', { accounts: { empty: null } }, 'labels.accounts.empty is null. Write a text'],
      ['a text for a function', { session: { connectedTo: 'Ok' } }, 'connectedTo is "Ok". Write a function'],
      ['a text for an object', { session: { notices: 'Ok' } }, 'notices is "Ok". Write an object'],
    ])('warns of labels with %s that it cannot use', (_name, labels, sentence) => {
      const onWarning = vi.fn();
      renderLoosely({ client: testClient(), labels, onWarning });
      expect(onWarning).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(sentence));
    });

    it('shows the English text where the app’s translations lack one', () => {
      const labels = {
        accounts: { total: undefined, endingIn: null },
        connections: { menu: undefined, health: null },
      };
      renderLoosely(
        { client: testClient(), labels, onWarning: () => {} },
        <>
          <AccountList accounts={query} />
          <ConnectionCard connection={sampleConnection()} />
        </>,
      );
      expect(screen.getAllByText('Total').length).toBeGreaterThan(0);
      expect(screen.getByRole('button', { name: 'Options for Flinks Capital' })).toBeVisible();
    });

    it('takes labels of a module, of another realm and with only some lines', () => {
      const onWarning = vi.fn();
      const ofModule: object = Object.assign(Object.create(null), { session: { retry: 'Once more' } });
      renderLoosely({ client: testClient(), labels: ofModule, onWarning });
      renderLoosely({ client: testClient(), labels: frCA, locale: 'fr-CA', onWarning });
      renderLoosely({ client: testClient(), labels: { session: undefined }, onWarning });
      expect(onWarning).not.toHaveBeenCalled();
    });

    it.each(['endpoints', 'userID', 'cilent', 'language', 'lables', 'timezone', 'onWarn'])(
      'warns of the misspelled prop %s, with the names that there are',
      (name) => {
        const onWarning = vi.fn();
        renderLoosely({ client: testClient(), onWarning, [name]: 'x' });
        expect(onWarning).toHaveBeenCalledExactlyOnceWith(
          expect.stringContaining(
            `has no prop "${name}", so it does nothing. Its props are endpoint, userId,`,
          ),
        );
      },
    );

    it('accepts an endpoint with a user, and without one', () => {
      renderLoosely({ endpoint: '/api/flinks', userId: 'u1' }, <AccountList accounts={[connected()]} />);
      renderLoosely({ endpoint: 'https://api.example/flinks', userId: null }, <Shown />);
      expect(screen.getByText('Sample Chequing')).toBeVisible();
    });
  });
});
