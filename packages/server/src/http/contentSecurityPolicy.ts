/**
 * The directives that a page with Flinks Connect needs in its `Content-Security-Policy`, to be joined with your own:
 * the frame of the widget's exact origin, and our own endpoint. Nothing else is loaded: there is no script of Flinks.
 *
 * The bank's window opens from inside the frame, so the page must not isolate itself from popups: leave
 * `Cross-Origin-Opener-Policy` out, or `same-origin-allow-popups` (docs/flinks/connect.md 5).
 *
 * @example
 * contentSecurityPolicy({ instance: 'example-ca' });
 * // "frame-src https://example-ca-iframe.private.fin.ag; connect-src 'self'"
 */
export function contentSecurityPolicy(options: ContentSecurityPolicyOptions): string {
  const widget = new URL(options.url ?? `https://${options.instance}-iframe.private.fin.ag/v2/`);
  const endpoint = URL.canParse(options.endpoint ?? '') ? new URL(options.endpoint ?? '').origin : "'self'";
  return `frame-src ${widget.origin}; connect-src ${endpoint}`;
}

/** Where the widget and our server are. */
export type ContentSecurityPolicyOptions = {
  /** The server's endpoint, where it is on another origin than the page. */
  readonly endpoint?: string | undefined;
} & (
  | { readonly instance: string; readonly url?: undefined }
  /** The widget's base address, as in `connect.url`. */
  | { readonly url: string; readonly instance?: string | undefined }
);
