import type { ScreenName, WidgetAction } from '../widget/screens/protocol.ts';

/** A story to play: who comes, what they do on each screen, and what Flinks does. Data, never code. */
export interface Scenario {
  readonly name: string;
  /** What it shows, in one sentence. */
  readonly summary: string;
  /** How a person gets the same: in the sandbox, and at Flinks where that is known. */
  readonly reproduce: string;
  /** Who signs in. */
  readonly username: string;
  /** What the person does otherwise than the obvious: by screen, one after the other. */
  readonly script: { readonly [Screen in ScreenName]?: readonly ScriptedAction[] };
  /** The screen at which the scenario stops driving, for a look at it; `null`: it goes on to the end. */
  readonly until: ScreenName | null;
  /** What becomes of the token of the address: `used-once` refuses only the first frame. */
  readonly token: 'good' | 'used-once' | 'expired';
  /** Milliseconds that the bank takes for each step of a login. */
  readonly bankMs: number;
}

/** An action of a script. The values that it leaves out are the obvious ones. */
export type ScriptedAction = Partial<WidgetAction>;

/** A scenario in which nothing unusual happens unless it says so. */
export function scenario(
  facts: Partial<Scenario> & Pick<Scenario, 'name' | 'summary' | 'reproduce'>,
): Scenario {
  return { username: 'greatday_nomfa', script: {}, until: null, token: 'good', bankMs: 600, ...facts };
}
