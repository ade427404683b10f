import type { SandboxState } from '../state/sandboxState.ts';
import type { WidgetSession } from '../state/widgetSession.ts';
import { redirectAddress } from './screens/redirect.ts';
import { textsOf } from './texts/texts.ts';
import { signInAtBank } from './screens/signInAtBank.ts';

/** The OAuth bank's own page: what it shows, and where it leads when the person has decided. */
export function openBankWindow(
  state: SandboxState,
  widgetSession: WidgetSession,
  action: string,
): BankWindowReply {
  const { parameters } = widgetSession;
  const decided = action === 'approve' || action === 'deny';
  if (decided) widgetSession.bankWindow = action === 'approve' ? 'approved' : 'denied';
  const texts = textsOf(parameters.language);
  return {
    title: texts.bankWindowTitle(widgetSession.institution?.title[parameters.language] ?? ''),
    text: texts.consentText(texts.defaultCustomer),
    banner: texts.banner,
    approve: texts.agree,
    deny: texts.refuse,
    decided,
    // Opened in place of the whole page, there is no widget left that could redirect.
    leadsTo: decided && parameters.oauthWindowRedirect ? leadsTo(state, widgetSession) : null,
  };
}

/** The bank's page as data. */
export interface BankWindowReply {
  readonly title: string;
  readonly text: string;
  readonly banner: string;
  readonly approve: string;
  readonly deny: string;
  readonly decided: boolean;
  /** Where the whole page goes; `null`: the window closes, the widget is waiting. */
  readonly leadsTo: string | null;
}

function leadsTo(state: SandboxState, widgetSession: WidgetSession): string {
  const { parameters, institution } = widgetSession;
  if (parameters.redirectUrl === null) return widgetSession.href;
  // How Flinks comes back from a refusal is not documented: the address comes back without ids.
  if (widgetSession.bankWindow === 'denied' || institution === null) return parameters.redirectUrl;
  const outcome = signInAtBank(state, widgetSession, institution);
  if (outcome.kind !== 'authorized') return parameters.redirectUrl;
  widgetSession.session = outcome.session;
  // Whatever `jsRedirect` and `innerRedirect` ask of a widget: there is none left to post or to move a frame.
  return redirectAddress(widgetSession, parameters.resumeSelectedAccounts);
}
