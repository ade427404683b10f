/** All texts of the sample app, in English. */
export const en = {
  title: 'Fernhill',
  skip: 'Skip to the page',
  language: 'FR',
  languageLabel: 'Changer la langue\u00a0: français',
  dark: 'Dark theme',
  nav: { label: 'Pages', accounts: 'Accounts', rent: 'Rent', settings: 'Settings' },
  footer: {
    fiction: 'Fernhill is made up. It is the sample app of flinks-kit, an unofficial kit for Flinks.',
    sandbox: 'Its banks, accounts and amounts come from a sandbox on this computer.',
  },
  load: {
    loading: 'Loading your banks',
    offline: 'You are offline. Your banks appear when the connection is back.',
    failed: 'Your banks could not be loaded.',
    retry: 'Try again',
    waits: 'You are offline. This is sent when your connection is back.',
    takeBack: 'Don’t send it',
    noConnection:
      'No internet connection. Balances are from the last update, and changes wait until you are back online.',
  },
  welcome: {
    heading: 'Rent, paid on the first.',
    lead: 'Connect the account your rent comes from and approve one agreement. Every payment after that happens by itself.',
    connect: 'Connect your bank',
    resume: 'See your accounts',
    points: [
      ['You sign in with your bank', 'Your user name and password go to Flinks, never to Fernhill.'],
      [
        'You choose what we see',
        'Only the accounts you pick are shared. Fernhill’s server reads their numbers, balances and holder, never your transactions; your screen shows four digits.',
      ],
      [
        'You can leave any time',
        'Delete the connection at any time. Everything read from your bank is deleted with it.',
      ],
    ],
  },
  rent: {
    heading: (unit: number): string => `Your rent, unit ${unit}`,
    due: 'Next payment',
    method: 'Paid by',
    methodMissing: 'No bank connected yet',
    methodReady: 'No account chosen yet',
    methodUnknown: 'Not available right now',
    ready: 'Your rent is set up',
    choose: 'Choose the account',
    change: 'Change the account',
  },
  connect: {
    heading: 'Connect your bank',
    again: 'Try again',
    home: 'Back to Fernhill',
    start: 'Connect your bank',
    choose: 'Or choose your bank here',
    accounts: 'See your accounts',
    status: {
      idle: ['Ready when you are', 'It takes about two minutes. Nothing is shared until you agree.'],
      interrupted: [
        'Your attempt was interrupted',
        'The page was left before your bank was connected. Nothing was saved and nothing was shared: start again whenever you like.',
      ],
      linking: ['Your bank is being connected', 'It appears among your accounts in a moment.'],
      connected: ['Your bank is connected', 'Your accounts are ready to see.'],
      closed: ['You closed the window', 'Nothing was saved and nothing was shared.'],
      cancelled: ['You cancelled', 'Nothing was saved and nothing was shared.'],
      'consent-denied': [
        'You did not agree to share',
        'That is fine: nothing was shared. Without an account we can’t set up your rent payment.',
      ],
      'maximum-retries': [
        'Too many tries',
        'Your bank did not accept the sign-in. Check it on your bank’s own site, then try again.',
      ],
      abandoned: ['You left before the end', 'Nothing was saved and nothing was shared.'],
    },
  },
  user: 'User',
  choose: {
    heading: 'Choose the account for your rent',
    lead: 'We suggest the account that suits a pre-\u2060authorized debit best. Each account that can’t be used shows the reason.',
    next: 'Review the agreement',
    nothing: 'Connect a bank first: there is no account to choose from yet.',
  },
  agreement: {
    heading: 'Review your agreement',
    sample: 'Sample text. It shows where an agreement belongs, and is no legal advice.',
    missing: 'No account is chosen yet.',
    choose: 'Choose an account',
    agree: 'I agree',
    other: 'Choose another account',
    inOther: 'Lire cet accord en français',
    title: 'Pre-authorized debit agreement',
    terms: (facts: AgreementFacts): readonly string[] => [
      `I authorize Fernhill to debit ${facts.account} on the first of every month, beginning ${facts.from}.`,
      `Each debit is ${facts.amount}, the rent of unit ${facts.unit}, 12 Fernhill Lane. Fernhill notifies me ten days before the amount changes.`,
      'I may cancel at any time in my account, and the next debit will not be made. I keep my right to dispute a debit with my bank.',
    ],
    anAccount: 'my account',
    agreed: {
      title: 'You’re all set',
      body: (amount: string, account: string, day: string): string =>
        `${amount} will be debited from ${account} on ${day}, and on the first of every month after that.`,
    },
    problems: {
      'details-pending':
        'Your bank is still sending the details of this account. Wait a moment, then agree again.',
      'connection-unverified':
        'Your bank has not confirmed this connection yet. Wait a moment, then agree again.',
      'account-not-eligible': 'This account can’t be debited. Choose another one.',
      other: 'Your agreement could not be kept. Try again.',
    },
  },
  accounts: {
    heading: 'Your accounts',
    empty: 'No bank is connected yet',
    emptyLead: 'Connect one to see your balances here and to choose the account that your rent comes from.',
    connect: 'Connect your bank',
    another: 'Connect another bank',
    total: 'in chequing and savings',
    totalSoFar: 'in chequing and savings so far',
    without: (banks: string): string => `without ${banks}`,
    balancesMissing: 'some balances missing',
    aBank: 'a bank',
  },
  settings: {
    heading: 'Settings',
    nothing: 'No bank is connected, so there is nothing to cancel or delete.',
    cancelAgreement: {
      heading: 'Your agreement',
      body: (account: string): string =>
        `Your rent is debited from ${account} on the first of each month. If you cancel, the next debit is not made, and your rent is still due.`,
      ask: 'Cancel the agreement',
      keep: 'Keep the agreement',
      confirm: 'Cancel it',
      working: 'Cancelling…',
      failed: 'Your agreement could not be cancelled. Try again.',
      done: 'Your agreement is cancelled. Nothing more is debited.',
      load: {
        loading: 'Loading your agreement',
        offline: 'You are offline. Your agreement appears when the connection is back.',
        failed: 'Your agreement could not be loaded.',
      },
    },
    deleteEverything: {
      heading: 'Close your account',
      body: 'Deletes all connections, here and at Flinks, with the data read from them, and cancels your agreement. Nothing changes at your bank.',
      ask: 'Delete everything',
      keep: 'Keep everything',
      confirm: 'Delete it all',
      working: 'Deleting…',
      failed: 'Not everything could be deleted. Try again in a while.',
    },
  },
  notFound: {
    heading: 'Page not found',
    lead: 'The address may be mistyped, or the page has moved.',
  },
  developer: {
    open: 'Developer panel',
    timeline: {
      heading: 'Session',
      empty: 'Connect a bank: each message appears here, with the state after it.',
      clear: 'Clear',
      unnamed: 'unknown message',
      kinds: { message: 'message', ignored: 'ignored', session: 'state' },
      why: {
        'no-session': 'No session was open.',
        'other-window': 'It came from a window other than Flinks’ frame.',
        'other-origin': 'The frame had left Flinks’ origin.',
        'not-flinks': 'It is not a Flinks Connect message.',
      },
    },
    calls: {
      heading: 'HTTP calls',
      empty: 'No calls yet.',
      source: 'Which calls',
      sources: { page: 'From this page', sandbox: 'At the sandbox', webhooks: 'Webhooks' },
      unanswered: 'no answer',
    },
    controls: {
      heading: 'Sandbox',
      scenario: 'Scenario',
      byHand: 'None',
      byHandNote: 'You use Flinks’ window yourself.',
      scenarioNote: 'Plays by itself in the next window.',
      faultPreset: 'Fault preset',
      noFault: 'None',
      faultPresets: {
        slow: 'Slow: five seconds per answer',
        outage: 'The bank is down',
        'password-changed': 'The password was changed',
        'needs-user': 'The security question changed',
        blocked: 'The bank blocked access',
      },
      now: (time: string): string => `Sandbox time: ${time}`,
      jumps: { minutes: '+ 10 minutes', day: '+ 1 day' },
      nightly: 'Run the nightly refresh',
      resend: 'Resend the last webhook',
      forge: 'Post a forged message',
      failed: 'The sandbox did not accept the change. Is the demo still running?',
    },
  },
};

/** The texts of the app in one language. */
export type Text = typeof en;

/** The facts that an agreement states. */
export interface AgreementFacts {
  readonly account: string;
  readonly from: string;
  readonly amount: string;
  readonly unit: number;
}
