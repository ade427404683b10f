'use client';

import { describeAssessment, type EftAssessment, type PaymentMethod } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef, useId } from 'react';
import { accountsEn } from '../labels/accounts.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { StatusIcon } from './StatusIcon.tsx';
import { toggletip } from './toggletip.ts';

/**
 * Whether an account's EFT details are complete, in words and with a sign, and with an explanation on focus, tap or
 * hover. Escape hides the explanation. Renders a `<span>` around a `<button>`.
 *
 * Attributes: `data-flinks-eft` (the status), `data-provisional`, `data-open` on the root;
 * `data-flinks-eft-button` and `data-flinks-eft-explanation` inside.
 *
 * @example
 * <EftBadge assessment={account.eft} />
 */
export const EftBadge = forwardRef<HTMLSpanElement, EftBadgeProps>(function EftBadge(props, ref) {
  const { assessment, method, ...rest } = props;
  const labels = useLabels('accounts', accountsEn);
  const explanationId = useId();
  const { status, explanation } = describeAssessment(assessment, labels, { method });
  return (
    <span
      {...rest}
      {...toggletip}
      ref={ref}
      data-flinks-eft={assessment.status}
      data-provisional={assessment.provisional || undefined}
    >
      <button type="button" data-flinks-eft-button="" aria-describedby={explanationId}>
        <StatusIcon status={assessment.status} />
        <span>{status}</span>
      </button>
      <span role="tooltip" id={explanationId} data-flinks-eft-explanation="">
        {explanation}
      </span>
    </span>
  );
});

/** Props of `EftBadge`; the rest goes to its `<span>`. */
export interface EftBadgeProps extends Omit<
  ComponentPropsWithoutRef<'span'>,
  'children' | keyof typeof toggletip
> {
  readonly assessment: EftAssessment;
  /** Which payment is meant; EFT by default. */
  readonly method?: PaymentMethod | undefined;
}
