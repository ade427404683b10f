import type { RemedyWords } from './remedy.ts';

/** English. */
export const remedyWordsEn: RemedyWords = {
  codes: {
    INVALID_USERNAME: {
      title: 'Username not recognized',
      body: 'Your bank did not recognize the username. Check it and try again.',
      authorize: {
        title: 'Your sign-in has changed',
        body: 'Your bank no longer accepts the username of this connection. Reconnect to enter the new one.',
      },
    },
    INVALID_PASSWORD: {
      title: 'Password not accepted',
      body: 'Your bank did not accept the password. Check it and try again.',
      authorize: {
        title: 'Your password has changed',
        body: 'Your bank no longer accepts the password of this connection. Reconnect to enter the new one.',
      },
    },
    INVALID_LOGIN: {
      title: 'Sign-in not accepted',
      body: 'Your bank did not accept this username and password together. Check both and try again.',
      authorize: {
        title: 'This connection no longer works',
        body: 'The sign-in of this connection is not accepted, or the connection is no longer known. Reconnect to go on.',
      },
      data: {
        title: 'This connection is not known',
        body: 'The connection was deleted or never finished. Reconnect to go on.',
      },
    },
    INVALID_SECURITY_RESPONSE: {
      title: 'Answer not accepted',
      body: 'Your bank did not accept the answer to its security question. Answer again if you are asked, or start over.',
    },
    INVALID_SECURITY_RESPONSE_NO_RETRY: {
      title: 'Answer not accepted',
      body: 'Your bank did not accept the answers, and does not let you answer again. Start over to get a new question.',
    },
    SECURITYRESPONSES_INCOMPLETE: {
      title: 'An answer is missing',
      body: 'Your bank asked more than was answered. Answer every question.',
    },
    QUESTION_NOT_FOUND: {
      title: 'Your bank has a question',
      body: 'Your bank asked a security question that only you can answer.',
    },
    UNKNOWN_CHALLENGE_KEY: {
      title: 'The question has changed',
      body: 'Your bank asked another question than the one that was answered. Start over to see it.',
    },
    RETRY_LATER: {
      title: 'Your bank can’t be reached',
      body: 'Your bank is not available just now, often for maintenance. Try again in a while.',
    },
    BANK_MAINTENANCE_RETRY_LATER: {
      title: 'Your bank is under maintenance',
      body: 'Your bank’s online services are down for maintenance. Try again in a while.',
    },
    UNAUTHORIZED: {
      title: 'Your bank did not allow access',
      body: 'Your bank did not authorize the connection. Sign in at your bank to see whether it asks for something, or contact it.',
      data: {
        title: 'Access has ended',
        body: 'The connection is not authorized at the moment. Reconnect to go on.',
      },
      token: {
        title: 'The service is not set up correctly',
        body: 'The key of this service was not accepted. It is not your fault.',
      },
    },
    NEW_ACCOUNT: {
      title: 'Finish at your bank first',
      body: 'Your bank wants you to do something on its own site first, such as accepting its terms. Sign in there, then come back.',
    },
    DISABLED_LOGIN: {
      title: 'Your bank has blocked online access',
      body: 'Online access to these accounts is disabled. Only your bank can turn it on again.',
    },
    DISABLED_INSTITUTION: {
      title: 'This bank is not available',
      body: 'Connections to this bank are switched off for now.',
    },
    AGGREGATION_ERROR: {
      title: 'Something went wrong on the way to your bank',
      body: 'The connection service had an unexpected problem. Try again; if it stays, contact support.',
    },
    OPERATION_PENDING: {
      title: 'Still collecting',
      body: 'Your accounts are still being collected. This goes on by itself.',
    },
    OPERATION_DISPATCHED: {
      title: 'Taking longer than usual',
      body: 'Your bank is slow, so your accounts are collected in the background. This goes on by itself.',
    },
    CARD_IN_USE: {
      title: 'The connection is busy',
      body: 'Something else is still being done with this connection. Try again in a moment.',
    },
    CONCURRENT_SESSION: {
      title: 'Open somewhere else',
      body: 'This connection is already being used in another window or on another device. Finish there, or wait a little.',
    },
    TOO_MANY_REQUESTS: {
      title: 'Too many attempts',
      body: 'There were too many attempts in a short time. Wait a few minutes.',
    },
    SESSION_NONEXISTENT: {
      title: 'The session is over',
      body: 'The secure session has ended. Start again to go on.',
    },
    SESSION_EXPIRED: {
      title: 'The session has expired',
      body: 'Too much time passed, so the secure session was closed. Start again to go on.',
    },
    ALREADY_AUTHORIZED: {
      title: 'Already connected',
      body: 'This step was done before. There is nothing left to do.',
    },
    NO_TRANSACTION: {
      title: 'Not enough transactions',
      body: 'The accounts hold no transactions, or too few for what was asked.',
    },
    ACCESS_DENIED: {
      title: 'The service is not set up correctly',
      body: 'This service was not allowed to ask. It is not your fault.',
    },
    INVALID_REQUEST: {
      title: 'The service made a mistake',
      body: 'The request was incomplete or not understood. It is not your fault.',
    },
    METHOD_NOT_AVAILABLE: {
      title: 'Not available here',
      body: 'This function is not switched on for this service.',
    },
    Document_Processing_Failed: {
      title: 'The document could not be read',
      body: 'The uploaded document could not be read. Upload it again, whole and in good quality.',
    },
  },
  unknown: {
    title: 'Something unexpected happened',
    body: 'The connection service reported something we do not know. Try again later.',
  },
  places: {
    widget: 'The secure page stays open.',
    authorize: 'Data that was read earlier is kept.',
    data: 'Accounts that are already shown stay as they are.',
    token: 'The secure page could not be opened.',
  },
  actions: {
    'try-again': 'Try again',
    reconnect: 'Reconnect',
    'start-over': 'Start over',
    'choose-other-bank': 'Choose another bank',
    'go-to-bank': 'I have done it, try again',
    'contact-bank': null,
    'contact-support': null,
    'upload-again': 'Upload again',
    wait: null,
    none: null,
  },
};
