import { answerChallenges, type AuthorizeOutcome } from '../../bank/signIn.ts';
import type { BankWork } from '../../state/widgetSession.ts';
import { afterLogin } from './afterLogin.ts';
import { fail } from './fail.ts';
import { signIn, signInAtBank } from './signInAtBank.ts';
import type { ScreenRules, Turn } from './context.ts';

/** The bank is working: the page comes back by itself with `bank`, and then the outcome is told. */
export const verifying: ScreenRules = {
  show: ({ journey, texts }) => ({
    title: texts.verifyingTitle,
    blocks: [
      {
        kind: 'busy',
        text: texts.verifyingText(journey.institution?.title[journey.parameters.language] ?? ''),
      },
    ],
  }),
  actions: {
    bank(turn) {
      const { work } = turn.journey;
      // What the person typed is kept no longer than the bank needs it.
      turn.journey.work = null;
      if (work === null) return;
      const outcome = visit(turn, work);
      if (outcome === null) return turn.go('institution');
      if (outcome.session !== null) turn.journey.session = outcome.session;
      if (outcome.kind === 'challenged') return turn.go('mfa');
      if (outcome.kind === 'authorized') return afterLogin(turn);
      return fail(turn, outcome.flinksCode, outcome.why === 'answer' ? 'mfa' : 'credentials');
    },
  },
};

function visit({ world, journey }: Turn, work: BankWork): AuthorizeOutcome | null {
  const { institution, session } = journey;
  if (work.kind === 'answers') {
    return session === null ? null : answerChallenges(world, session.requestId, work.responses);
  }
  if (institution === null) return null;
  if (work.kind === 'oauth') return signInAtBank(world, journey, institution);
  const { username, password } = work;
  return signIn(world, journey, { institution, username, password, mode: 'live' });
}
