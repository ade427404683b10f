import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { HostedWidget } from './HostedWidget.ts';

// An OAuth institution (docs/flinks/connect.md 4.4), across three origins: the host's, the widget's, and a window more.
const oauthBank = {
  path: '/v2/Credential/SandboxOAuthBank',
  parameters: { consentEnable: 'false', jsRedirect: 'true' },
};

const openBank = async (page: Page, widget: HostedWidget): Promise<Page> => {
  const opened = page.waitForEvent('popup');
  await widget.testUser.press('Open my bank');
  return opened;
};

test.describe('in a window of its own', () => {
  test('opens by the click, is agreed to, closes itself, and the widget goes on', async ({
    page,
    openInHost,
  }) => {
    const widget = await openInHost(oauthBank);
    const bank = await openBank(page, widget);
    await widget.expectToEndWith('POPUP_OPENED');
    await expect(bank.getByRole('heading', { level: 1 })).toHaveText('Continue at Rideau Trust');
    const closed = bank.waitForEvent('close');
    await bank.getByRole('button', { name: 'I agree' }).click();
    await closed;

    await expect(widget.testUser.heading('Connected')).toBeVisible();
    await widget.expectToEndWith(
      'APP_MOUNTED',
      'POPUP_OPENED',
      'COMPONENT_ACCEPT_PROVIDER_CONSENT',
      'REDIRECT',
    );
    expect(await widget.lastMessage()).toMatchObject({
      institution: 'RideauTrust',
      url: expect.stringMatching(/[?&]loginId=[-0-9a-f]{36}&institution=RideauTrust/),
    });
  });

  test('is refused there, and the person chooses another institution', async ({ page, openInHost }) => {
    const widget = await openInHost(oauthBank);
    const bank = await openBank(page, widget);
    const closed = bank.waitForEvent('close');
    await bank.getByRole('button', { name: 'I refuse' }).click();
    await closed;

    await expect(widget.testUser.heading('Choose your institution')).toBeVisible();
    await widget.expectToEndWith('POPUP_OPENED', 'COMPONENT_LOAD_INSTITUTION_SELECTOR');
  });

  test('is closed without an answer: nothing is posted, as at Flinks, and the button opens it again', async ({
    page,
    openInHost,
  }) => {
    const widget = await openInHost(oauthBank);
    await (await openBank(page, widget)).close();
    const again = await openBank(page, widget);
    await expect(again.getByRole('button', { name: 'I agree' })).toBeVisible();
    await widget.expectToEndWith('APP_MOUNTED', 'POPUP_OPENED', 'POPUP_OPENED');
  });

  test.describe('that the browser does not allow', () => {
    test.use({ mayComplain: /^Blocked opening/ });

    test('is shown in the widget and posted to the host, and the button stays', async ({ openInHost }) => {
      // What a host gets that forgets `allow-popups` (docs/flinks/connect.md 5).
      const widget = await openInHost({ ...oauthBank, frameSandbox: 'allow-scripts allow-same-origin' });
      await widget.testUser.press('Open my bank');
      await expect(widget.frame.getByRole('alert')).toContainText('Your browser blocked the window');
      await widget.expectToEndWith('APP_MOUNTED', 'POPUP_BLOCKED');
      await expect(widget.testUser.button('Open my bank')).toBeEnabled();
    });
  });
});

test.describe('in place of the whole page, with oauthWindowRedirect', () => {
  const leaving = (hostUrl: string) => ({
    path: '/v2/Credential/SandboxOAuthBank',
    parameters: {
      consentEnable: 'false',
      oauthWindowRedirect: 'true',
      redirectUrl: `${hostUrl}/back?state=s1`,
      tag: 'cart-7',
    },
  });

  test('comes back to redirectUrl with the ids after the host’s own parameters', async ({
    page,
    hostUrl,
    openInHost,
  }) => {
    const widget = await openInHost(leaving(hostUrl));
    await widget.testUser.press('Open my bank');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Continue at Rideau Trust');
    expect(new URL(page.url()).origin).not.toBe(hostUrl);
    await page.getByRole('button', { name: 'I agree' }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('An app');
    const { origin, pathname, searchParams } = new URL(page.url());
    expect(origin + pathname).toBe(`${hostUrl}/back`);
    expect([...searchParams]).toEqual([
      ['state', 's1'],
      ['loginId', expect.stringMatching(/^[-0-9a-f]{36}$/)],
      ['institution', 'RideauTrust'],
      ['tag', 'cart-7'],
    ]);
  });

  test('comes back without any id when the person refuses', async ({ page, hostUrl, openInHost }) => {
    const widget = await openInHost(leaving(hostUrl));
    await widget.testUser.press('Open my bank');
    await page.getByRole('button', { name: 'I refuse' }).click();
    await expect(page).toHaveURL(`${hostUrl}/back?state=s1`);
  });
});
