import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Institution } from '../bank/institution.ts';
import type { BankSession } from '../bank/session.ts';
import type { Scenario } from './scenario.ts';
import type { WidgetParameters } from './widgetParameters.ts';
import type { ScreenName } from '../widget/screens/protocol.ts';

/** One frame on its way through the widget. Only the rules of the screens change it. */
export interface WidgetSession {
  readonly id: string;
  /** Where the page was loaded from: its own result page lies there. */
  readonly href: string;
  readonly parameters: WidgetParameters;
  readonly scenario: Scenario;
  /** How many times faster than a person the scenario drives; `null`: the person drives. */
  readonly speed: number | null;
  screen: ScreenName;
  institution: Institution | null;
  session: BankSession | null;
  /** What the bank is working on. */
  work: BankWork | null;
  /** What went wrong, and whose form comes back on retry. */
  problem: { readonly flinksCode: FlinksCode; readonly form: 'credentials' | 'mfa' | 'institution' } | null;
  retries: number;
  /** How often the scenario has acted on each screen. */
  readonly acted: Map<ScreenName, number>;
  /** What became of the bank's own window. */
  bankWindow: 'closed' | 'open' | 'blocked' | 'approved' | 'denied';
}

/** A visit to the bank that the person waits for. */
export type BankWork =
  | { readonly kind: 'login'; readonly username: string; readonly password: string }
  | { readonly kind: 'answers'; readonly responses: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'oauth' };
