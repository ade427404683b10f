import type { SetupReport } from '@flinks-kit/server';
import { type Finding, fine, unknown, wrong } from './Finding.ts';
import type { LoadedServer } from './loadServer.ts';

/** The server module and what its own `checkSetup()` reports. `report` is `null` when there is nothing to go on with. */
export async function checkServer(loaded: LoadedServer): Promise<ServerFindings> {
  const name = 'server module';
  switch (loaded.status) {
    case 'missing':
      return failed(
        wrong(
          name,
          `There is no ${loaded.looked.slice(0, 4).join(', ')}. Name the module that exports "flinks": --server path/to/flinks.ts, or run npx flinks-kit init.`,
        ),
      );
    case 'no-export':
      return failed(
        wrong(name, 'It has no export "flinks". Write: export const flinks = createFlinksServer({ … }).'),
      );
    case 'failed':
      return failed(wrong(subjectOf(loaded.code), loaded.sentence));
    case 'loaded': {
      try {
        const report = await loaded.flinks.checkSetup();
        const isOtherStore = loaded.isOtherProcess === true && !report.isStoreShared;
        const checks = report.checks.map((check) =>
          isOtherStore && check.name === 'maintain' ? unknown('maintain', notSeen) : check,
        );
        return { report, findings: [fine(name, 'It exports flinks.'), ...checks] };
      } catch {
        return failed(unknown(name, 'checkSetup() failed. Start the app and read its log.'));
      }
    }
  }
}

const notSeen = 'Not known: the store is in memory, and only the process of the app sees it.';

/** What `checkServer` found. */
export interface ServerFindings {
  readonly findings: readonly Finding[];
  readonly report: SetupReport | null;
}

const failed = (finding: Finding): ServerFindings => ({ findings: [finding], report: null });

/** Which line an error of `createFlinksServer` belongs to. */
function subjectOf(code: string | null): string {
  if (code === 'encryption-unusable') return 'encryption';
  if (code === 'webhook-unusable') return 'webhook';
  return 'server module';
}
