/** What the test user of the widget does on each screen, and what Flinks does. Data, never code. */
export interface Scenario {
  readonly name: string;
  /** What it shows, in one sentence. */
  readonly summary: string;
  /** How to get the same by hand: in the sandbox, and at Flinks where that is known. */
  readonly reproduce: string;
  /** The test user who signs in. */
  readonly username: string;
  /** Where the user does something other than the default action: by screen, one after the other. */
  readonly script: { readonly [Screen in ScreenName]?: readonly ScriptedAction[] };
  /** The screen at which the autopilot stops, for a look at it; `null`: it goes on to the end. */
  readonly until: ScreenName | null;
  /** What happens to the token of the address: `used-once` rejects only the first frame. */
  readonly token: 'good' | 'used-once' | 'expired';
  /** Milliseconds that the bank takes for each step of a login. */
  readonly bankMs: number;
}

/** An action of a script. ScreenValues that it leaves out are those of the default action. */
export type ScriptedAction = Partial<WidgetAction>;

/** One action of the user, as the page sends it to its backend. */
export interface WidgetAction {
  readonly action: string;
  readonly values: ScreenValues;
}

/** What was typed and chosen, by name. */
export type ScreenValues = Readonly<Record<string, string | readonly string[]>>;

/** The screens of the widget. */
export type ScreenName = (typeof screenNames)[number];

/** Every screen of the widget. */
export const screenNames = [
  'consent',
  'institution',
  'credentials',
  'verifying',
  'mfa',
  'help',
  'troubleshooting',
  'questions',
  'bank-window',
  'upload',
  'accounts',
  'problem',
  'result',
  'ended',
  'token-invalid',
] as const;

/** A scenario in which nothing unusual happens unless it states so. */
export function scenario(
  facts: Partial<Scenario> & Pick<Scenario, 'name' | 'summary' | 'reproduce'>,
): Scenario {
  return { username: 'greatday_nomfa', script: {}, until: null, token: 'good', bankMs: 600, ...facts };
}
