// Connects a bank on a page of an app, in Chromium, as a user does: the button, and the sandbox's widget.
import { chromium } from 'playwright';

/**
 * Waits until the page is served, connects Flinks Capital, and returns how many elements of `shows` there are then: the
 * accounts, unless an app shows something else. `selectsAccount`: whether the app's server asks the widget for its
 * selector. `cookies` are those of a signed-in user.
 */
export async function connectBank(
  address,
  { timeout = 90_000, shows = accounts, selectsAccount = true, cookies = [] } = {},
) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ locale: 'en-CA' });
    page.setDefaultTimeout(timeout);
    await page.context().addCookies(cookies);
    const problems = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    await openOnceServed(page, address, timeout);
    try {
      await walk(page, { shows, selectsAccount });
    } catch (error) {
      const text = await page
        .locator('body')
        .innerText()
        .catch(() => '');
      throw new Error(
        `${error.message}\nThe page threw: ${problems.join('; ') || 'nothing'}. It shows:\n${text}`,
        { cause: error },
      );
    }
    return await page.locator(shows).count();
  } finally {
    await browser.close();
  }
}

// A list shows rows, a picker choices.
const accounts = '[data-flinks-account-row], [data-flinks-choice]';

async function walk(page, { shows, selectsAccount }) {
  const signIn = page.getByRole('button', { name: 'Sign in' });
  const connect = page.getByRole('button', { name: /^Connect/ });
  await signIn.or(connect).first().waitFor();
  if (await signIn.isVisible()) await signIn.click();
  // A server that renders shows the button before React listens to it.
  await connect.first().click();
  const frame = page.frameLocator('[data-flinks-connect="active"] [data-flinks-frame]');
  await frame.getByRole('button', { name: 'I agree' }).click();
  await frame.getByRole('button', { name: /Flinks ?Capital/ }).click();
  await frame.getByLabel('Username').fill('greatday_nomfa');
  await frame.getByLabel('Password').fill('Everyday');
  await frame.getByRole('button', { name: 'Sign in' }).click();
  if (selectsAccount) {
    await frame.getByLabel(/Chequing CAD/).check();
    await frame.getByRole('button', { name: 'Share', exact: true }).click();
  }
  await page.locator(shows).first().waitFor();
}

// A development server compiles a page when it is first requested, and may reload it once it knows what it needs.
async function openOnceServed(page, address, timeout) {
  for (const last = Date.now() + timeout; ; await new Promise((resolve) => setTimeout(resolve, 250))) {
    const response = await page.goto(address, { waitUntil: 'networkidle' }).catch(() => null);
    if (response?.ok() === true) return;
    if (Date.now() > last)
      throw new Error(`Nothing is served at ${address}: ${response?.status() ?? 'no answer'}.`);
  }
}
