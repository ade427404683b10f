import { bridgeWebView, createConnect, type EndedSession, type FlinksClient } from '@flinks-kit/react';

/** What a screen of React Native needs: `source` and `onMessage` for its `<WebView>`, and a way to end. */
export function openBankInWebView(
  client: FlinksClient,
  { showAddress, onEnd }: WebViewScreen,
): {
  readonly onMessage: (event: { readonly nativeEvent: { readonly data: string } }) => void;
  close(): void;
} {
  const engine = createConnect({ client: () => client, onEnd });
  const bridge = bridgeWebView(engine, (uri) => showAddress({ uri }));
  engine.open();
  return { onMessage: bridge.onMessage, close: () => bridge.detach() };
}

interface WebViewScreen {
  /** Sets the `source` of the `<WebView>`. */
  readonly showAddress: (source: { readonly uri: string }) => void;
  readonly onEnd: (end: EndedSession) => void;
}
