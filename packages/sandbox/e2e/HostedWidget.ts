import { expect, type FrameLocator, type Page } from '@playwright/test';
import { TestUser } from './User.ts';

/** Loads a host page whose frame is the widget, and waits for its first screen. */
export async function openWidgetIn(
  page: Page,
  { hostUrl, widgetUrl, address }: { hostUrl: string; widgetUrl: string; address: WidgetAddress },
): Promise<HostedWidget> {
  const { path = '/v2/', parameters = {}, frameSandbox } = address;
  const frame = new URL(path, widgetUrl);
  for (const [name, value] of Object.entries(parameters)) frame.searchParams.set(name, value);
  const host = new URL('/', hostUrl);
  host.searchParams.set('frame', frame.href);
  if (frameSandbox !== undefined) host.searchParams.set('sandbox', frameSandbox);
  await page.goto(host.href);

  const widget = new HostedWidget(page, parameters['language'] === 'fr' ? 'fr' : 'en');
  await expect(widget.frame.getByRole('heading', { level: 1 })).toBeVisible();
  return widget;
}

/** Where the widget is opened, and with what. */
export interface WidgetAddress {
  readonly path?: string | undefined;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** The frame's attribute `sandbox`. */
  readonly frameSandbox?: string | undefined;
}

/** The widget in a host's frame, with its messages to the host. */
export class HostedWidget {
  readonly frame: FrameLocator;
  readonly testUser: TestUser;
  readonly #page: Page;

  constructor(page: Page, language: 'en' | 'fr') {
    this.#page = page;
    this.frame = page.frameLocator('iframe');
    this.testUser = new TestUser(this.frame, language);
  }

  /** Every message, exactly as it arrived, but for `APP_RESIZE`, which comes whenever a screen is higher. */
  async messages(): Promise<readonly unknown[]> {
    const all = await this.#all();
    return all.filter((message) => !JSON.stringify(message).includes('APP_RESIZE'));
  }

  /** How often the widget reported another size. */
  async countResizes(): Promise<number> {
    const all = await this.#all();
    return all.length - (await this.messages()).length;
  }

  #all(): Promise<readonly unknown[]> {
    return this.#page.evaluate((): readonly unknown[] => Reflect.get(window, 'received'));
  }

  /** Waits until these are the last steps. */
  async expectToEndWith(...steps: readonly string[]): Promise<void> {
    const lastSteps = async (): Promise<readonly unknown[]> =>
      (await this.messages()).map(nameOf).slice(-steps.length);
    await expect.poll(lastSteps).toEqual(steps);
  }

  /** The last message, as an object. */
  async lastMessage(): Promise<unknown> {
    return (await this.messages()).at(-1);
  }
}

function nameOf(message: unknown): unknown {
  if (typeof message !== 'object' || message === null) return message;
  return Reflect.get(message, 'step') ?? Reflect.get(message, 'flinksCode');
}
