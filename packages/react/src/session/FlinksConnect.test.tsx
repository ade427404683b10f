import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConnectPage, connectClient, postFromWidget, renderWithKit, settled, widgetFrame } from '#test';
import { frCA } from '../labels/frCA.ts';
import { FlinksConnect, type FlinksConnectProps } from './FlinksConnect.tsx';
import { useFlinksConnect } from './useFlinksConnect.ts';

function Widget(props: Omit<FlinksConnectProps, 'connect'>): ReactElement {
  const connect = useFlinksConnect();
  return (
    <>
      <button onClick={connect.open}>Connect</button>
      <FlinksConnect {...props} connect={connect} />
    </>
  );
}

async function enter(): Promise<void> {
  act(() => screen.getByRole('button', { name: 'Connect' }).click());
  await settled();
  postFromWidget({ step: 'APP_MOUNTED' });
}

const notice = () => document.querySelector('[data-flinks-connect] > [data-flinks-notice] > [role="status"]');

describe('FlinksConnect', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const advance = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

  describe('its notice', () => {
    test('nothing is shown while nothing is open', () => {
      renderWithKit(<Widget />, connectClient());
      expect(notice()).toBeEmptyDOMElement();
      expect(document.querySelector('iframe')).toBeNull();
    });

    test('preparing can be cancelled by the person', async () => {
      renderWithKit(<Widget />, connectClient({ openSession: () => new Promise(() => undefined) }));
      act(() => screen.getByRole('button', { name: 'Connect' }).click());
      expect(notice()).toHaveTextContent('Preparing a secure connection…');
      await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
      expect(document.querySelector('[data-flinks-connect]')).toHaveAttribute(
        'data-flinks-connect',
        'exited',
      );
    });

    test('a slow frame offers another try, and takes a fresh frame and token', async () => {
      const { client, opened } = connectClient();
      renderWithKit(<Widget />, { client });
      act(() => screen.getByRole('button', { name: 'Connect' }).click());
      await settled();
      const first = widgetFrame();
      await advance(10_000);
      expect(notice()).toHaveTextContent('taking longer than usual. A content blocker');
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await settled();
      expect(opened).toHaveLength(2);
      expect(widgetFrame()).not.toBe(first);
    });

    test.each([
      [{ step: 'APP_OFFLINE' }, 'You are offline', 'Cancel'],
      [{ step: 'POPUP_BLOCKED' }, 'blocked your bank’s window', 'Cancel'],
    ])('%o is explained beside the frame', async (message, words, button) => {
      renderWithKit(<Widget />, connectClient());
      await enter();
      const frame = widgetFrame();
      postFromWidget(message);
      expect(notice()).toHaveTextContent(words);
      expect(screen.getByRole('button', { name: button })).toBeVisible();
      expect(document.querySelectorAll('[data-flinks-connect] button')).toHaveLength(1);
      expect(widgetFrame()).toBe(frame);
      // It comes after the frame, so that it never moves it.
      expect(frame.compareDocumentPosition(notice()!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    });

    test('a silent bank and an ageing question are announced, and the frame stays', async () => {
      renderWithKit(<Widget />, connectClient());
      await enter();
      postFromWidget({ step: 'SUBMIT_CREDENTIAL' });
      await advance(210_000);
      expect(notice()).toHaveTextContent('Your bank is taking longer than usual');
      postFromWidget({ step: 'COMPONENT_LOAD_MFA' });
      expect(notice()).toBeEmptyDOMElement();
      await advance(420_000);
      expect(notice()).toHaveTextContent('may expire soon');
      expect(widgetFrame()).toBeVisible();
    });

    test('a failure explains why and offers another try', async () => {
      const { client, opened } = connectClient();
      renderWithKit(<Widget />, { client });
      await enter();
      postFromWidget({ step: 'REDIRECT' });
      expect(notice()).toHaveTextContent('did not confirm the connection');
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await settled();
      expect(opened).toHaveLength(2);
    });

    test('a failure that no retry mends can only be put away', async () => {
      const refusal = Object.assign(new Error('no'), { retry: false });
      renderWithKit(<Widget />, connectClient({ openSession: () => Promise.reject(refusal) }));
      act(() => screen.getByRole('button', { name: 'Connect' }).click());
      await settled();
      expect(notice()).toHaveTextContent('could not start');
      await userEvent.click(screen.getByRole('button', { name: 'Close' }));
      expect(notice()).toBeEmptyDOMElement();
    });

    test('the second click of a double click does not hit what the first one brought up', async () => {
      renderWithKit(<Widget />, connectClient({ openSession: () => new Promise(() => undefined) }));
      act(() => screen.getByRole('button', { name: 'Connect' }).click());
      await userEvent.pointer([{ target: screen.getByRole('button', { name: 'Cancel' }) }]);
      act(() => {
        screen
          .getByRole('button', { name: 'Cancel' })
          .dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
      });
      expect(notice()).toHaveTextContent('Preparing');
    });

    test('the keyboard keeps its place when a button goes', async () => {
      renderWithKit(<Widget />, connectClient());
      await enter();
      postFromWidget({ step: 'REDIRECT' });
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(document.querySelector('[data-flinks-connect]')).toHaveFocus();
    });

    test('is in Canadian French for a provider in that language', async () => {
      renderWithKit(<Widget />, { ...connectClient(), locale: 'fr-CA', labels: frCA });
      await enter();
      expect(widgetFrame()).toHaveAccessibleName('Connectez votre compte bancaire');
      postFromWidget({ step: 'APP_OFFLINE' });
      expect(screen.getByRole('button', { name: 'Annuler' })).toBeVisible();
    });
  });

  describe('the frame', () => {
    test('has the attributes that the contract advises', async () => {
      renderWithKit(<Widget />, connectClient());
      await enter();
      expect(widgetFrame()).toHaveAccessibleName('Connect your bank account');
      expect(widgetFrame()).toHaveAttribute('allow', 'clipboard-write; fullscreen');
      expect(widgetFrame()).toHaveAttribute('referrerpolicy', 'strict-origin');
      expect(widgetFrame().getAttribute('sandbox')?.split(' ')).toEqual([
        'allow-scripts',
        'allow-same-origin',
        'allow-forms',
        'allow-popups',
        'allow-popups-to-escape-sandbox',
        'allow-top-navigation-by-user-activation',
      ]);
    });

    test('takes others instead, but never an address', async () => {
      renderWithKit(
        <Widget frame={{ title: 'Bank', allow: 'camera', sandbox: 'allow-scripts' }} />,
        connectClient(),
      );
      await enter();
      expect(widgetFrame()).toHaveAccessibleName('Bank');
      expect(widgetFrame()).toHaveAttribute('allow', 'camera');
      expect(widgetFrame()).toHaveAttribute('sandbox', 'allow-scripts');
    });
  });

  describe('ConnectProgress', () => {
    const progress = () => document.querySelector('[data-flinks-progress]');
    const announced = () => progress()?.querySelector('[role="status"]');
    const steps = () =>
      [...document.querySelectorAll('[data-flinks-step]')].map((step) =>
        step.getAttribute('data-flinks-step'),
      );

    test('announces each stage politely, and marks its step', async () => {
      renderWithKit(<ConnectPage />, connectClient());
      expect(announced()).toBeEmptyDOMElement();
      expect(steps()).toEqual([]);
      await enter();
      expect(steps()).toEqual(['next', 'next', 'next', 'next']);
      for (const [step, words, current] of [
        ['COMPONENT_LOAD_CONSENT', 'Your consent', 'Consent'],
        ['COMPONENT_LOAD_INSTITUTION_SELECTOR', 'Choosing your bank', 'Bank'],
        ['COMPONENT_LOAD_CREDENTIAL', 'Signing in to your bank', 'Sign-in'],
        ['SUBMIT_CREDENTIAL', 'Checking with your bank', 'Sign-in'],
        ['COMPONENT_LOAD_MFA', 'Answering your bank’s security question', 'Sign-in'],
        ['POPUP_OPENED', 'Continuing in your bank’s window', 'Sign-in'],
        ['COMPONENT_LOAD_ACCOUNT_SELECTION', 'Choosing accounts', 'Accounts'],
      ] as const) {
        postFromWidget({ step });
        expect(announced()).toHaveTextContent(words);
        expect(progress()?.querySelector('[aria-current="step"]')).toHaveTextContent(current);
      }
      expect(steps()).toEqual(['done', 'done', 'done', 'current']);
      postFromWidget({ step: 'SUBMIT_CREDENTIAL' });
      postFromWidget({ flinksCode: 'INVALID_LOGIN' });
      expect(announced()).toHaveTextContent('This attempt did not succeed.');
      postFromWidget({ step: 'REDIRECT', loginId: 'x' });
      await settled();
      expect(announced()).toHaveTextContent('Your bank is connected.');
      expect(steps()).toEqual([]);
    });

    test('goes back when the user goes back', async () => {
      renderWithKit(<ConnectPage />, connectClient());
      await enter();
      postFromWidget({ step: 'COMPONENT_LOAD_CREDENTIAL' });
      postFromWidget({ step: 'COMPONENT_LOAD_INSTITUTION_SELECTOR' });
      expect(steps()).toEqual(['done', 'current', 'next', 'next']);
    });
  });
});
