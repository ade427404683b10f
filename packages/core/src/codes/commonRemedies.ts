import type { RemedyFacts } from './remedy.ts';

/** The person can try the same again at once. */
export const tryAgain: RemedyFacts = { who: 'person', retry: 'now', action: 'try-again' };

/** This attempt is over, another may begin. */
export const startOver: RemedyFacts = { who: 'person', retry: 'now', action: 'start-over' };

/** Only the person can mend the saved connection. */
export const reconnect: RemedyFacts = { who: 'person', retry: 'now', action: 'reconnect' };

/** Wrong input: the widget asks again, a refresh has to bring the person back. */
export const retype = { everywhere: tryAgain, authorize: reconnect, data: reconnect } as const;

/** The bank is not there. */
export const bankLater: RemedyFacts = { who: 'bank', retry: 'later', action: 'wait' };

/** It goes on by itself. */
export const wait: RemedyFacts = { who: 'nobody', retry: 'later', action: 'wait' };

/** Not a problem, or none that trying again would change. */
export const nothing: RemedyFacts = { who: 'nobody', retry: 'never', action: 'none' };

/** A mistake in the integration: people can only be told that it is not theirs. */
export const forDevelopers: RemedyFacts = { who: 'developer', retry: 'never', action: 'contact-support' };
