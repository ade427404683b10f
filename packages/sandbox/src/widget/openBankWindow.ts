import type { InstitutionMark } from '../state/institution.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { WidgetSession } from '../state/widgetSession.ts';
import { listFeatures } from './screens/consent.ts';
import { redirectAddress } from './screens/redirect.ts';
import { signInAtBank } from './screens/signInAtBank.ts';
import { applyToCard } from './screens/transitions.ts';
import { textsOf } from './texts/texts.ts';

/** The OAuth bank's own page: what it shows, and where it leads when the user has decided. */
export function openBankWindow(
  state: SandboxState,
  widgetSession: WidgetSession,
  action: string,
): BankWindowReply {
  const { parameters, institution } = widgetSession;
  const decided = action === 'approve' || action === 'deny';
  if (decided) widgetSession.bankWindow = action === 'approve' ? 'approved' : 'denied';
  const texts = textsOf(parameters.language);
  const label = institution?.title[parameters.language] ?? '';
  return {
    title: texts.bankWindowTitle(label),
    institution: { label, mark: institution?.mark ?? null },
    text: texts.consentText(parameters.customerName ?? texts.defaultCustomer),
    items: listFeatures(parameters, texts),
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
  readonly institution: { readonly label: string; readonly mark: InstitutionMark | null };
  readonly text: string;
  readonly items: readonly string[];
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
  applyToCard(widgetSession);
  // `jsRedirect` and `innerRedirect` are for a widget: here none is left to post or to move a frame.
  return redirectAddress(widgetSession, parameters.resumeSelectedAccounts);
}
