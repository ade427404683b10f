/** Every flag of `flinks-sandbox` that sets an option: the command line, `--help` and the configuration file read it. */
export const flags: readonly Flag[] = [
  {
    flag: 'port',
    option: 'port',
    kind: 'number',
    example: '4174',
    help: 'of the API; the widget page takes the next one (0: any two that are free)',
  },
  {
    flag: 'host',
    option: 'host',
    kind: 'text',
    example: '0.0.0.0',
    help: 'the address to listen on, for a phone or another container',
  },
  { flag: 'control', option: 'control', kind: 'on', help: 'serves the control API under /sandbox/' },
  {
    flag: 'control-token',
    option: 'controlToken',
    kind: 'text',
    example: 'TEXT',
    help: 'the control API wants it as a bearer; needed with --host',
  },
  { flag: 'scenario', option: 'scenario', kind: 'text', example: 'everyday', help: 'what the widget plays' },
  {
    flag: 'drive',
    option: 'drive',
    kind: 'number',
    example: '10',
    help: 'lets the scenario drive, ten times faster than a user',
  },
  {
    flag: 'seed',
    option: 'seed',
    kind: 'text',
    example: 'flinks-kit',
    help: 'the same seed gives the same ids',
  },
  {
    flag: 'people',
    option: 'people',
    kind: 'file',
    example: 'FILE',
    help: 'test users of your own: a JSON file with a list of them',
  },
  {
    flag: 'institutions',
    option: 'institutions',
    kind: 'file',
    example: 'FILE',
    help: 'the banks: a JSON file with a list of them',
  },
  {
    flag: 'logins',
    option: 'logins',
    kind: 'file',
    example: 'FILE',
    help: 'saved logins: a JSON file with a list of them',
  },
  {
    flag: 'instance',
    option: 'credentials.instance',
    kind: 'text',
    example: 'sandbox',
    help: "the name in Flinks' host names",
  },
  {
    flag: 'customer-id',
    option: 'credentials.customerId',
    kind: 'text',
    example: 'GUID',
    help: 'the customer id of the API',
  },
  {
    flag: 'secret-key',
    option: 'credentials.secretKey',
    kind: 'text',
    example: 'TEXT',
    help: 'creates authorize tokens',
  },
  {
    flag: 'api-key',
    option: 'credentials.apiKey',
    kind: 'text',
    example: 'TEXT',
    help: 'the x-api-key of data endpoints',
  },
  { flag: 'bearer', option: 'credentials.bearer', kind: 'text', example: 'TEXT', help: 'the API secret' },
  {
    flag: 'no-token',
    option: 'requireAuthorizeToken',
    kind: 'off',
    help: 'opens Authorize and the widget without an authorize token',
  },
  {
    flag: 'no-api-key',
    option: 'requireApiKey',
    kind: 'off',
    help: 'opens data endpoints without x-api-key',
  },
  {
    flag: 'pending-polls',
    option: 'pendingPolls',
    kind: 'number',
    example: '2',
    help: 'how many answers of GetAccountsDetail are 202',
  },
  {
    flag: 'collection-ms',
    option: 'collectionMs',
    kind: 'number',
    example: '4000',
    help: 'for how long they are 202, in place of --pending-polls',
  },
  {
    flag: 'token-life-ms',
    option: 'tokenLifeMs',
    kind: 'number',
    example: '1800000',
    help: 'how long an unused authorize token lives',
  },
  {
    flag: 'request-id-after-detail',
    option: 'requestIdAfterDetail',
    kind: 'text',
    example: 'eight-minutes',
    help: 'or consumed: the life of a RequestId after GetAccountsDetail',
  },
  {
    flag: 'status-dialect',
    option: 'statusDialect',
    kind: 'text',
    example: 'observed',
    help: 'or help, docs: 400 and 401 of INVALID_LOGIN',
  },
  {
    flag: 'shape',
    option: 'shape',
    kind: 'text',
    example: 'captured',
    help: 'or docs: the fields of Summary and Authorize',
  },
  {
    flag: 'redirect-shape',
    option: 'redirectShape',
    kind: 'text',
    example: 'both',
    help: 'or url, top-level: where REDIRECT carries its ids',
  },
  {
    flag: 'error-shape',
    option: 'errorShape',
    kind: 'text',
    example: 'flinksCode',
    help: 'or step: how the widget posts an error',
  },
  {
    flag: 'delete-card',
    option: 'deleteCard',
    kind: 'text',
    example: 'forgiving',
    help: 'or strict: how DeleteCard answers an unknown LoginId',
  },
  {
    flag: 'without',
    option: 'without',
    kind: 'list',
    example: 'GetStatements',
    help: 'an endpoint that is not enabled; can be repeated',
  },
  {
    flag: 'upload',
    option: 'upload',
    kind: 'text',
    example: 'fallback',
    help: 'or off: whether the widget offers statements',
  },
  { flag: 'webhook-url', option: 'webhook.url', kind: 'text', example: 'URL', help: 'where webhooks go' },
  {
    flag: 'webhook-secret',
    option: 'webhook.secret',
    kind: 'text',
    example: 'TEXT',
    help: 'what they are signed with',
  },
  {
    flag: 'webhook-header',
    option: 'webhook.header',
    kind: 'text',
    example: 'NAME',
    help: 'flinks-authenticity-key or X-Flinks-Signature',
  },
  {
    flag: 'webhook-detail-after-ms',
    option: 'webhook.detailAfterMs',
    kind: 'number',
    example: '10000',
    help: 'how long after a login GetAccountsDetail is sent',
  },
  {
    flag: 'journal-limit',
    option: 'journalLimit',
    kind: 'number',
    example: '1000',
    help: 'how many calls the journal keeps',
  },
];

/** One flag and the option that it sets. */
export interface Flag {
  readonly flag: string;
  /** The name in the configuration file and in JavaScript; a dot leads into an object. */
  readonly option: string;
  /** `on` and `off` are true and false without a value; `file` is the path of a JSON file. */
  readonly kind: 'text' | 'number' | 'list' | 'file' | 'on' | 'off';
  readonly example?: string;
  readonly help: string;
}
