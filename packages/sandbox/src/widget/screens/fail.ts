import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Journey } from '../../state/widgetSession.ts';
import type { Turn } from './context.ts';

/**
 * Reports a problem and shows it. Once `maximumRetry` retries are used up it is the end (docs/flinks/connect.md 1.2,
 * 4.2).
 */
export function fail(
  turn: Turn,
  flinksCode: FlinksCode,
  form: NonNullable<Journey['problem']>['form'],
): void {
  const { journey } = turn;
  const { maximumRetry } = journey.parameters;
  turn.report(flinksCode);
  journey.problem = { flinksCode, form };
  if (maximumRetry === null || journey.retries < maximumRetry) return turn.go('problem');
  turn.say('MAXIMUM_RETRY_REACHED');
  return turn.go('ended');
}
