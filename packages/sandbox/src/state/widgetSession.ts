import type { FlinksCode } from '@flinks-kit/core/wire';
import type { BankSession } from './bankSession.ts';
import type { Institution } from './institution.ts';
import type { Scenario, ScreenName } from './scenario.ts';
import type { RedirectShape } from './settings.ts';
import type { WidgetParameters } from './widgetParameters.ts';

/** One frame on its way through the widget. Only the rules of the screens change it. */
export interface WidgetSession {
  readonly id: string;
  /** The address that the page was loaded from: its own result page is next to it. */
  readonly href: string;
  readonly parameters: WidgetParameters;
  readonly scenario: Scenario;
  /** How many times faster than a user the scenario drives; `null`: the user acts. */
  readonly autopilotSpeed: number | null;
  readonly redirectShape: RedirectShape;
  /** The number of the last reply. */
  turn: number;
  screen: ScreenName;
  institution: Institution | null;
  session: BankSession | null;
  /** What the bank is working on. */
  work: BankWork | null;
  /** What failed, and which form a retry shows. */
  problem: { readonly flinksCode: FlinksCode; readonly form: 'credentials' | 'mfa' | 'institution' } | null;
  retries: number;
  /** How often the scenario has acted on each screen. */
  readonly acted: Map<ScreenName, number>;
  /** The state of the bank's own window. */
  bankWindow: 'closed' | 'open' | 'blocked' | 'approved' | 'denied';
}

/** What the bank does while the user waits. */
export type BankWork =
  | { readonly kind: 'login'; readonly username: string; readonly password: string }
  | { readonly kind: 'answers'; readonly responses: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'oauth' };
