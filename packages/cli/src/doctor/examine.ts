import { checkEndpoint } from './checkEndpoint.ts';
import { checkIdentify } from './checkIdentify.ts';
import { checkPage } from './checkPage.ts';
import { checkProject } from './checkProject.ts';
import { checkServer } from './checkServer.ts';
import { checkWebhook } from './checkWebhook.ts';
import { type Finding, unknown } from './Finding.ts';
import type { LoadedServer } from './loadServer.ts';

/**
 * Every check, in the order in which they are worth mending: what is installed, the server half itself, and then the
 * running app around it. Changes nothing but what each check names.
 */
export async function examine(subject: Subject): Promise<readonly Finding[]> {
  const { loaded, page } = subject;
  const project = await checkProject(subject.cwd);
  const { findings: server, report } = await checkServer(loaded);
  if (loaded.status !== 'loaded' || report === null) return [...project, ...server];

  const { handler } = loaded.flinks;
  const app = { page, endpoint: report.endpoint, handler, cookie: subject.cookie };
  const { findings: endpoint, isMounted } = await checkEndpoint(app);
  const reachable = isMounted ? app : { ...app, page: null };
  return [
    ...project,
    ...server,
    ...(await checkIdentify(reachable)),
    ...(await checkWebhook({
      ...reachable,
      secret: subject.webhookSecret,
      mayProbeAnywhere: subject.mayProbeAnywhere,
    })),
    ...endpoint,
    ...(page === null
      ? [
          unknown(
            'page',
            'Not tried. Start the app and give --url to check its headers, its proxy and its webhooks.',
          ),
        ]
      : await checkPage({ page, widgetOrigin: report.widgetOrigin, cookie: subject.cookie })),
  ];
}

/** What is examined. */
export interface Subject {
  readonly cwd: string;
  readonly loaded: LoadedServer;
  /** A page of the running app. */
  readonly page: URL | null;
  /** The `cookie` header of a signed-in user. */
  readonly cookie: string | null;
  readonly webhookSecret: string | null;
  /** Whether a signed webhook may be posted to another machine. */
  readonly mayProbeAnywhere: boolean;
}
