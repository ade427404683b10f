import type { ConnectEngine } from './connectEngine.ts';

/**
 * Lets an engine live without a window, as in React Native: the widget is opened with `webview=true`
 * (docs/flinks/connect.md 5), and posts strings to the native side. The same parser and the same engine hear them.
 *
 * @example
 * const bridge = bridgeWebView(engine, (uri) => setSource({ uri }));
 * <WebView source={source} onMessage={bridge.onMessage} javaScriptCanOpenWindowsAutomatically />;
 */
export function bridgeWebView(engine: ConnectEngine, load: (address: string) => void): WebViewBridge {
  engine.attachFrame({
    contentWindow: null,
    get src() {
      return '';
    },
    set src(address) {
      load(address);
    },
  });
  return {
    onMessage: (event) => engine.receive(event.nativeEvent.data),
    detach: () => engine.attachFrame(null),
  };
}

/** What `bridgeWebView` gives. */
export interface WebViewBridge {
  /** For the web view's own `onMessage`. That channel carries the loaded page only: load nothing else in it. */
  readonly onMessage: (event: { readonly nativeEvent: { readonly data: string } }) => void;
  /** When the web view goes: a live session ends as `abandoned`. */
  readonly detach: () => void;
}
