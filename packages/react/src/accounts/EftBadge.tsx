'use client';

import { describeAssessment, type EftAssessment, type PaymentMethod } from '@flinks-kit/core';
import {
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  forwardRef,
  type ReactElement,
  useId,
  version,
} from 'react';
import { accountsEn, type AccountsLabels } from '../labels/accounts.en.ts';
import { useLabels } from '../provider/useLabels.ts';

/**
 * Whether an account's EFT details are complete, in words and with a sign. A press shows why, in a native popover above
 * everything else on the page, and in browsers that know `interestfor` hover and focus do, too; Escape hides it. Renders a
 * `<span>` around a `<button>`.
 *
 * Attributes: `data-flinks-eft` (the status), `data-provisional` on the root; `data-flinks-eft-button` and
 * `data-flinks-eft-explanation` inside.
 *
 * @example
 * <EftBadge assessment={account.eft} />
 */
export const EftBadge = forwardRef<HTMLSpanElement, EftBadgeProps>(function EftBadge(props, ref) {
  const { assessment, method, ...rest } = props;
  const labels = useLabels('accounts', accountsEn);
  const id = useId();
  return renderBadge(assessment, labels, id, method, { ...rest, ref });
});

/** The same as a function, for each of thousands of rows; `id` is its explanation's. */
export function renderBadge(
  assessment: EftAssessment,
  labels: AccountsLabels,
  id: string,
  method?: PaymentMethod,
  rest?: ComponentPropsWithRef<'span'>,
): ReactElement {
  const { status, explanation } = describeAssessment(assessment, labels, { method });
  return (
    <span
      {...rest}
      data-flinks-eft={assessment.status}
      data-provisional={assessment.provisional || undefined}
    >
      <button
        type="button"
        data-flinks-eft-button=""
        aria-describedby={id}
        {...{ [popoverTarget]: id, interestfor: id }}
      >
        <span data-flinks-icon="" />
        <span>{status}</span>
      </button>
      {/* An object, since the types of React 18 do not know the attribute. */}
      <span {...{ popover: 'auto' }} role="tooltip" id={id} data-flinks-eft-explanation="">
        {explanation}
      </span>
    </span>
  );
}

/** Props of `EftBadge`; the rest goes to its `<span>`. */
export interface EftBadgeProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** `account.eft`, or `account.eTransfer` with `method="e-transfer"`. */
  readonly assessment: EftAssessment;
  /** Which payment is meant; EFT by default. */
  readonly method?: PaymentMethod | undefined;
}

// React 18 passes on only the lower-case name, and React 19 warns about it.
const popoverTarget = version < '19' ? 'popovertarget' : 'popoverTarget';
