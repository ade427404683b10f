import { isLoopback } from './callApp.ts';
import { type Finding, fine, unknown, wrong } from './Finding.ts';
import { allowsFrame } from './allowsFrame.ts';

/** Whether the headers of a page let the widget's frame, and the bank's window that it opens, do their work. */
export async function checkPage({ page, widgetOrigin, cookie }: PageSubject): Promise<readonly Finding[]> {
  const lan = checkReach(page, widgetOrigin);
  try {
    const response = await fetch(page, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie === null ? {} : { cookie }) },
      signal: AbortSignal.timeout(10_000),
    });
    const { status, headers } = response;
    if (status !== 200) {
      await response.body?.cancel();
      return [
        ...lan,
        unknown(
          'page',
          `It answers ${status}, so its headers were not checked. Give the address of the page with the widget, and FLINKS_KIT_COOKIE if it needs a sign-in.`,
        ),
      ];
    }
    const policies = [
      ...splitPolicies(headers.get('content-security-policy')),
      ...metaPolicies(await response.text()),
    ];
    return [
      ...lan,
      checkCsp(policies, widgetOrigin, page),
      checkOpener(headers.get('cross-origin-opener-policy')),
      checkEmbedder(headers.get('cross-origin-embedder-policy')),
      checkReferrer(headers.get('referrer-policy')),
    ];
  } catch {
    return [
      ...lan,
      unknown('page', 'It gave no answer within ten seconds, so its headers were not checked.'),
    ];
  }
}

/** What `checkPage` needs. */
export interface PageSubject {
  readonly page: URL;
  readonly widgetOrigin: string;
  readonly cookie: string | null;
}

function checkReach(page: URL, widgetOrigin: string): readonly Finding[] {
  if (isLoopback(page) || !isLoopback(new URL(widgetOrigin))) return [];
  return [
    wrong(
      'widget',
      'The page is opened by another machine’s address, and the sandbox’s widget answers on this machine only. Open the page by localhost, or start the sandbox with --host.',
    ),
  ];
}

// One header may hold several policies, each of which must allow the frame.
const splitPolicies = (header: string | null): readonly string[] =>
  header === null ? [] : header.split(',').map((policy) => policy.trim());

function metaPolicies(html: string): readonly string[] {
  return [...html.matchAll(/<meta\b[^>]*>/gi)].flatMap(([tag]) => {
    if (!/http-equiv\s*=\s*["']?content-security-policy["'\s>]/i.test(tag)) return [];
    const [, , content] = /\bcontent\s*=\s*(["'])([\s\S]*?)\1/i.exec(tag) ?? [];
    return content === undefined ? [] : [content.replaceAll('&#39;', "'").replaceAll('&#x27;', "'")];
  });
}

function checkCsp(policies: readonly string[], widgetOrigin: string, page: URL): Finding {
  const name = 'CSP';
  if (policies.length === 0) return fine(name, 'The page sends none, so the frame may load.');
  if (policies.every((policy) => allowsFrame(policy, widgetOrigin, page.origin)))
    return fine(name, 'frame-src allows the widget.');
  return wrong(
    name,
    `The Content-Security-Policy blocks the widget's frame. Add to frame-src, within the same directive: ${widgetOrigin} (contentSecurityPolicy() of @flinks-kit/server gives it).`,
  );
}

function checkOpener(value: string | null): Finding {
  const name = 'COOP';
  if (value !== null && /^same-origin(?!-allow)/i.test(value.trim())) {
    return wrong(
      name,
      'Cross-Origin-Opener-Policy: same-origin cuts the bank’s window off from the widget. Leave it out on this page, or send same-origin-allow-popups.',
    );
  }
  return fine(name, 'The bank’s window can talk to the widget.');
}

function checkEmbedder(value: string | null): Finding {
  const name = 'COEP';
  const policy = value?.split(';')[0]?.trim().toLowerCase() ?? 'unsafe-none';
  if (policy === 'require-corp') {
    return wrong(
      name,
      'Cross-Origin-Embedder-Policy: require-corp blocks the widget’s frame. Leave it out on this page; where the page needs it, send credentialless and set the attribute credentialless on the frame.',
    );
  }
  if (policy === 'credentialless') {
    return unknown(
      name,
      'Cross-Origin-Embedder-Policy: credentialless lets the frame load only with the attribute credentialless, which the doctor cannot see.',
    );
  }
  return fine(name, 'The frame may load.');
}

function checkReferrer(value: string | null): Finding {
  const name = 'Referrer-Policy';
  // The last policy that a browser knows wins.
  const policy = value?.split(',').at(-1)?.trim().toLowerCase() ?? '';
  if (policy === 'no-referrer' || policy === 'same-origin') {
    return fine(
      name,
      'The page sends none to others; the frame of FlinksConnect sends its origin all the same (a frame of your own needs frameProps).',
    );
  }
  return fine(name, 'The widget learns the page’s origin.');
}
