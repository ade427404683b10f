import type { ConnectEngine } from './connectEngine.ts';
import { originOf } from './originOf.ts';

/**
 * Lets an engine live without a window, as in React Native: the widget is opened with `webview=true`
 * (docs/flinks/connect.md 5) and posts strings to the native side, where the same parser and engine read them.
 *
 * @example
 * const bridge = bridgeWebView(engine, (uri) => setSource({ uri }));
 * <WebView source={source} onMessage={bridge.onMessage} javaScriptCanOpenWindowsAutomatically />;
 */
export function bridgeWebView(engine: ConnectEngine, load: (address: string) => void): WebViewBridge {
  let origin: string | null = null;
  engine.attachFrame({
    contentWindow: null,
    get src() {
      return '';
    },
    set src(address) {
      origin = originOf(address);
      load(address);
    },
  });
  return {
    onMessage({ nativeEvent: { data, url } }) {
      // Where the platform names the page that posted, it must be the widget's.
      if (url === undefined || isFrom(url, origin)) engine.receive(data);
    },
    detach: () => engine.attachFrame(null),
  };
}

/** Connects an engine to a web view. Made by `bridgeWebView`. */
export interface WebViewBridge {
  /**
   * For the web view's own `onMessage`. A message is ignored when `nativeEvent.url` names a page of another origin than
   * the widget's. A platform that does not name it delivers messages of any page: load nothing else in that web view.
   */
  readonly onMessage: (event: {
    readonly nativeEvent: { readonly data: string; readonly url?: string | undefined };
  }) => void;
  /** When the web view goes: a live session ends as `abandoned`. */
  readonly detach: () => void;
}

function isFrom(url: string, origin: string | null): boolean {
  try {
    return originOf(url) === origin;
  } catch {
    return false;
  }
}
