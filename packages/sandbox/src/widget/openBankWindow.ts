import type { World } from '../state/sandboxState.ts';
import type { Journey } from '../state/widgetSession.ts';
import { redirectAddress } from './screens/redirect.ts';
import { textsOf } from './texts/texts.ts';
import { signInAtBank } from './screens/signInAtBank.ts';

/** The OAuth bank's own page: what it shows, and where it leads when the person has decided. */
export function openBankWindow(world: World, journey: Journey, action: string): BankWindowReply {
  const { parameters } = journey;
  const decided = action === 'approve' || action === 'deny';
  if (decided) journey.bankWindow = action === 'approve' ? 'approved' : 'denied';
  const texts = textsOf(parameters.language);
  return {
    title: texts.bankWindowTitle(journey.institution?.title[parameters.language] ?? ''),
    text: texts.consentText(texts.defaultCustomer),
    prop: texts.prop,
    approve: texts.agree,
    deny: texts.refuse,
    decided,
    // Opened in place of the whole page, there is no widget left that could redirect.
    leadsTo: decided && parameters.oauthWindowRedirect ? leadsTo(world, journey) : null,
  };
}

/** The bank's page as data. */
export interface BankWindowReply {
  readonly title: string;
  readonly text: string;
  readonly prop: string;
  readonly approve: string;
  readonly deny: string;
  readonly decided: boolean;
  /** Where the whole page goes; `null`: the window closes, the widget is waiting. */
  readonly leadsTo: string | null;
}

function leadsTo(world: World, journey: Journey): string {
  const { parameters, institution } = journey;
  if (parameters.redirectUrl === null) return journey.href;
  // How Flinks comes back from a refusal is not documented: the address comes back without ids.
  if (journey.bankWindow === 'denied' || institution === null) return parameters.redirectUrl;
  const outcome = signInAtBank(world, journey, institution);
  if (outcome.kind !== 'authorized') return parameters.redirectUrl;
  journey.session = outcome.session;
  // Whatever `jsRedirect` and `innerRedirect` ask of a widget: there is none left to post or to move a frame.
  return redirectAddress(journey, parameters.resumeSelectedAccounts);
}
