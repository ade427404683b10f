import { describe, expect, test } from 'vitest';
import { buildConnectUrl } from './buildConnectUrl.ts';
import type { ConnectParameters } from './connectParameters.ts';
import { knownFlinksCodes } from './flinksCodes.ts';
import { parseConnectMessage } from './parseConnectMessage.ts';
import { knownSteps } from './knownSteps.ts';

// Written by hand from the contract, so that no name is lost by a slip in the lists it is checked against.

const steps = [
  // docs/flinks/connect.md 1.2
  ...['APP_MOUNTED', 'APP_ONLINE', 'APP_OFFLINE', 'APP_RESIZE'],
  ...['COMPONENT_LOAD_CONSENT', 'COMPONENT_ACCEPT_CONSENT', 'COMPONENT_DENY_CONSENT'],
  ...['COMPONENT_ACCEPT_PROVIDER_CONSENT', 'COMPONENT_ACCEPT_TERMS', 'COMPONENT_DENY_TERMS'],
  ...['COMPONENT_CLICK_TERMS_URL', 'COMPONENT_CLICK_RESET_PASSWORD'],
  ...['COMPONENT_LOAD_INSTITUTION_SELECTOR', 'INSTITUTION_SELECTED'],
  ...['COMPONENT_LOAD_CREDENTIAL', 'COMPONENT_LOAD_CREDENTIAL_RETRY', 'SUBMIT_CREDENTIAL'],
  ...['COMPONENT_LOAD_MFA', 'COMPONENT_LOAD_MFA_RETRY', 'SUBMIT_MFA'],
  ...['COMPONENT_HELP2FA_INFO', 'COMPONENT_HELP2FA_TROUBLESHOOTING'],
  ...['ENHANCED_MFA_HAS_QUESTIONS', 'ENHANCED_MFA_NO_QUESTIONS'],
  ...['COMPONENT_LOAD_ACCOUNT_SELECTION', 'ACCOUNT_SELECTED', 'POPUP_OPENED', 'POPUP_BLOCKED'],
  ...['REDIRECT', 'COMPONENT_CLOSE_SESSION', 'MAXIMUM_RETRY_REACHED', 'TOKEN_INVALID'],
  // Not documented: seen in the code of one integration.
  'COMPONENT_CONSENT_INTRO',
];

const codes = [
  // docs/flinks/connect.md 2.1: what the widget handles itself
  ...['INVALID_USERNAME', 'INVALID_PASSWORD', 'INVALID_LOGIN', 'INVALID_SECURITY_RESPONSE', 'RETRY_LATER'],
  ...['UNAUTHORIZED', 'NEW_ACCOUNT', 'AGGREGATION_ERROR', 'DISABLED_INSTITUTION', 'DISABLED_LOGIN'],
  // docs/flinks/connect.md 2.2
  ...['OPERATION_PENDING', 'OPERATION_DISPATCHED', 'SESSION_NONEXISTENT', 'CARD_IN_USE', 'ACCESS_DENIED'],
  ...['INVALID_REQUEST', 'INVALID_SECURITY_RESPONSE_NO_RETRY', 'QUESTION_NOT_FOUND', 'TOO_MANY_REQUESTS'],
  ...['UNKNOWN_CHALLENGE_KEY', 'CONCURRENT_SESSION', 'SESSION_EXPIRED', 'ALREADY_AUTHORIZED'],
  ...['SECURITYRESPONSES_INCOMPLETE', 'NO_TRANSACTION', 'METHOD_NOT_AVAILABLE', 'Document_Processing_Failed'],
];

// docs/flinks/connect.md 3.2, less `customerId` and `withMFAQuestions`: one repository each, and their effect is unknown.
const parameters = [
  ...['authorizeToken', 'demo', 'demoOutbound', 'requestId', 'resumeSelectedAccounts', 'webview'],
  ...['oauthWindowRedirect', 'stringify', 'maximumRetry', 'tag'],
  ...['language', 'theme', 'backgroundColor', 'foregroundColor1', 'foregroundColor2', 'headerEnable'],
  ...['headerImgEnable', 'backEnable', 'closeEnable', 'staticLoadingEnable', 'removePadding'],
  ...['institutionFilterEnable', 'desktopLayout', 'fixedHeightEnable', 'boxLayout', 'loadingType'],
  ...['consentEnable', 'features', 'customerName', 'consentTitleAppendedText', 'termsUrl', 'termsNoCheckbox'],
  ...['productType', 'institutionsLocation'],
  ...['accountSelectorEnable', 'accountSelectorMultiple', 'accountSelectorNoTitle'],
  ...['accountSelectorCurrency', 'showAllAccounts', 'showAllOperationsAccounts', 'fetchAllAccounts'],
  ...['withTransactions', 'daysOfTransactions', 'detailsAndStatementEnable', 'monthsOfStatements'],
  ...['statement', 'waitSummary', 'eftEligibleRatio', 'scheduleRefresh', 'enhancedMFA', 'skipEnhancedMFA'],
  ...['redirectUrl', 'innerRedirect', 'jsRedirect'],
];

describe('docs/flinks/connect.md', () => {
  test('every step of the contract is known, and no other', () => {
    expect(knownSteps.toSorted()).toEqual(steps.toSorted());
  });

  test.each(codes)('the code %s of the contract is known, and read', (flinksCode) => {
    expect(knownFlinksCodes).toContain(flinksCode);
    expect(parseConnectMessage({ flinksCode })).toMatchObject({ kind: 'error', flinksCode });
  });

  test('every parameter of the contract has a type and a place in the address', () => {
    // Checked by the compiler: a parameter without a type may not stand here, nor may one be left out.
    const everything: Required<Omit<ConnectParameters, 'institution' | 'upload' | 'other'>> = {
      authorizeToken: 't',
      demo: true,
      demoOutbound: true,
      requestId: 'r',
      resumeSelectedAccounts: ['a'],
      webview: true,
      oauthWindowRedirect: true,
      stringify: true,
      maximumRetry: 3,
      tag: 'tag',
      language: 'fr',
      theme: 'dark',
      backgroundColor: 'fff',
      foregroundColor1: '000',
      foregroundColor2: '333333',
      headerEnable: true,
      headerImgEnable: true,
      backEnable: true,
      closeEnable: true,
      staticLoadingEnable: true,
      removePadding: true,
      institutionFilterEnable: true,
      desktopLayout: true,
      fixedHeightEnable: true,
      boxLayout: true,
      loadingType: 'dots',
      consentEnable: true,
      features: ['AccountNumber'],
      customerName: 'Example',
      consentTitleAppendedText: 'Example',
      termsUrl: 'https://app.example/terms',
      termsNoCheckbox: true,
      productType: 'banking',
      institutionsLocation: 'ca',
      accountSelectorEnable: true,
      accountSelectorMultiple: true,
      accountSelectorNoTitle: true,
      accountSelectorCurrency: 'cad',
      showAllAccounts: true,
      showAllOperationsAccounts: true,
      fetchAllAccounts: true,
      withTransactions: true,
      daysOfTransactions: 'Days90',
      detailsAndStatementEnable: true,
      monthsOfStatements: 'Months12',
      statement: true,
      waitSummary: true,
      eftEligibleRatio: 0.8,
      scheduleRefresh: true,
      enhancedMFA: true,
      skipEnhancedMFA: true,
      redirectUrl: 'https://app.example/back',
      innerRedirect: true,
      jsRedirect: true,
    };
    const address = new URL(buildConnectUrl('https://example-iframe.private.fin.ag/v2/', everything));
    expect([...address.searchParams.keys()].toSorted()).toEqual(parameters.toSorted());
  });
});
