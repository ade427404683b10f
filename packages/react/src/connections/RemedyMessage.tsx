'use client';

import {
  describeRemedy,
  type FlinksCode,
  isFrench,
  type RemedyAction,
  type RemedySource,
  remedyWordsEn,
  remedyWordsFrCA,
} from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { useFlinks } from '../provider/useFlinks.ts';

/**
 * Explains a code of Flinks where it occurred: what happened, who must act, and which button helps, if any. A code that
 * is not listed gets a general sentence. Renders a `<div>`.
 *
 * Attributes: `data-flinks-remedy` (who must act), `data-retry` (`now`, `later`, `never`).
 *
 * @example
 * <RemedyMessage flinksCode="DISABLED_LOGIN" source="widget" />
 */
export const RemedyMessage = forwardRef<HTMLDivElement, RemedyMessageProps>(
  function RemedyMessage(props, ref) {
    const { flinksCode, source, onAction, ...rest } = props;
    const { locale, labels } = useFlinks();
    const words = labels.connections?.remedies ?? (isFrench(locale) ? remedyWordsFrCA : remedyWordsEn);
    const remedy = describeRemedy(flinksCode, source, words);
    return (
      <div {...rest} ref={ref} data-flinks-remedy={remedy.who} data-retry={remedy.retry}>
        <strong data-flinks-remedy-title="">{remedy.title}</strong>
        <p data-flinks-remedy-body="">{remedy.body}</p>
        {onAction !== undefined && remedy.actionLabel !== null && (
          <button type="button" data-flinks-button="" onClick={() => onAction(remedy.action)}>
            {remedy.actionLabel}
          </button>
        )}
      </div>
    );
  },
);

/** Props of `RemedyMessage`; the rest goes to its `<div>`. */
export interface RemedyMessageProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** The code, such as `connection.health.flinksCode`; an unknown one gets a general sentence. */
  readonly flinksCode: FlinksCode;
  /** Where the code occurred: the same code means different things in different places. */
  readonly source: RemedySource;
  /** Called with the action of the button. Without it there is no button. */
  readonly onAction?: ((action: RemedyAction) => void) | undefined;
}
