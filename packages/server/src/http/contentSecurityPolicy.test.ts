import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, contentSecurityPolicySources } from './contentSecurityPolicy.ts';

const widget = 'https://example-ca-iframe.private.fin.ag';

describe('contentSecurityPolicy', () => {
  describe('contentSecurityPolicy', () => {
    test.each([
      [{ instance: 'example-ca' }, `frame-src ${widget}; connect-src 'self'`],
      [{ url: 'http://127.0.0.1:4175/v2/' }, "frame-src http://127.0.0.1:4175; connect-src 'self'"],
      [
        { instance: 'example-ca', endpoint: 'https://api.example/flinks' },
        `frame-src ${widget}; connect-src https://api.example`,
      ],
      [{ instance: 'example-ca', endpoint: '/api/flinks' }, `frame-src ${widget}; connect-src 'self'`],
    ])('%o needs %s', (options, expected) => {
      expect(contentSecurityPolicy(options)).toBe(expected);
    });

    test.each([
      [
        "default-src 'self'; frame-src https://video.example",
        `default-src 'self'; frame-src https://video.example ${widget}`,
      ],
      ["default-src 'self'", `default-src 'self'; frame-src 'self' ${widget}`],
      ["default-src 'none'", `default-src 'none'; frame-src ${widget}; connect-src 'self'`],
      ["default-src 'self'; frame-src 'none';", `default-src 'self'; frame-src ${widget};`],
      [
        "child-src blob:; connect-src 'self'",
        `child-src blob:; connect-src 'self'; frame-src blob: ${widget}`,
      ],
      ["script-src 'self'", "script-src 'self'"],
      [`frame-src ${widget}; connect-src 'self'`, `frame-src ${widget}; connect-src 'self'`],
      [
        'FRAME-SRC https://video.example; frame-src https://ignored.example',
        `frame-src https://video.example ${widget}; frame-src https://ignored.example`,
      ],
      [
        "frame-src 'self', default-src 'self'",
        `frame-src 'self' ${widget}, default-src 'self'; frame-src 'self' ${widget}`,
      ],
      ['', ''],
      [
        "script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'",
        "script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'",
      ],
      [
        "default-src 'self';\n  frame-src https://video.example;\n",
        `default-src 'self';\n  frame-src https://video.example ${widget};\n`,
      ],
      ["default-src 'self' ; ; ", `default-src 'self'; frame-src 'self' ${widget}`],
      ["frame-src\t'none'", `frame-src ${widget}`],
      ['frame-src', `frame-src ${widget}`],
      [
        "default-src 'self'; report-uri /csp",
        `default-src 'self'; report-uri /csp; frame-src 'self' ${widget}`,
      ],
      ['upgrade-insecure-requests; frame-ancestors *', 'upgrade-insecure-requests; frame-ancestors *'],
      [
        "default-src 'none'; connect-src https:",
        `default-src 'none'; connect-src https: 'self'; frame-src ${widget}`,
      ],
    ])('joins the policy %j to %j', (policy, joined) => {
      expect(contentSecurityPolicy({ instance: 'example-ca', policy })).toBe(joined);
    });

    test.each([
      { url: 'javascript:alert(1)' },
      { url: 'data:text/html,x' },
      { url: 'localhost:4175' },
      { url: 'https://user:pass@widget.example' },
      // A host may have these signs, and in a policy they begin another directive, or allow every site.
      { url: 'https://widget.example;script-src' },
      { url: 'https://widget%3Bscript-src' },
      { url: 'https://widget.example,default-src' },
      { url: 'https://*' },
      { url: "https://widget'" },
      { instance: 'example-ca', endpoint: 'https://api.example;script-src/x' },
      { instance: 'https://example-ca-api.private.fin.ag' },
      { instance: 'a; script-src *' },
      { instance: '' },
      {},
      { instance: 'example-ca', endpoint: 'javascript:alert(1)' },
      { instance: 'example-ca', endpoint: 'data:text/html,x' },
      { instance: 'example-ca', endpoint: 'localhost:3000/api' },
      { instance: 'example-ca', endpoint: '//elsewhere.example/api' },
      { instance: 'example-ca', policy: { 'frame-src': ["'self'"] } },
      { instance: 'example-ca', policy: ["frame-src 'self'"] },
      { instance: 'example-ca', policy: null },
      { instance: 'example-ca', policy: Promise.resolve("frame-src 'self'") },
      { instance: 'example-ca', polciy: "frame-src 'self'" },
      { instance: 7 },
      { url: 7 },
      { instance: 'example-ca', endpoint: 7 },
      undefined,
      null,
      'example-ca',
    ])('refuses %o', (options) => {
      // As JavaScript may call it.
      expect(() => Reflect.apply(contentSecurityPolicy, undefined, [options])).toThrow(
        expect.objectContaining({ code: 'options-invalid' }),
      );
    });
  });

  test('contentSecurityPolicySources gives the sources per directive', () => {
    expect(contentSecurityPolicySources({ instance: 'Example-CA' })).toEqual({
      'frame-src': [widget],
      'connect-src': ["'self'"],
    });
  });
});
