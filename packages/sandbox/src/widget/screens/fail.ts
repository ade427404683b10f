import type { FlinksCode } from '@flinks-kit/core/wire';
import type { WidgetSession } from '../../state/widgetSession.ts';
import type { WidgetContext } from './context.ts';

/**
 * Reports a problem and shows it. Once `maximumRetry` retries are used up it is the end (docs/flinks/connect.md 1.2,
 * 4.2).
 */
export function fail(
  context: WidgetContext,
  flinksCode: FlinksCode,
  form: NonNullable<WidgetSession['problem']>['form'],
): void {
  const { widgetSession } = context;
  const { maximumRetry } = widgetSession.parameters;
  context.report(flinksCode);
  widgetSession.problem = { flinksCode, form };
  if (maximumRetry === null || widgetSession.retries < maximumRetry) return context.go('problem');
  context.say('MAXIMUM_RETRY_REACHED');
  return context.go('ended');
}
