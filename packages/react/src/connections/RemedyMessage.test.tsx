import { renderWithKit } from '#test';
import type { RemedySource } from '@flinks-kit/core';
import { describeFlinksCode } from '@flinks-kit/core';
import { knownFlinksCodes } from '@flinks-kit/core/wire';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { frCA } from '../labels/frCA.ts';
import { RemedyMessage } from './RemedyMessage.tsx';

const sources: readonly RemedySource[] = ['widget', 'authorize', 'data', 'token'];

describe('RemedyMessage', () => {
  it.each(sources.flatMap((source) => ['en', 'fr-CA'].map((locale) => [source, locale] as const)))(
    'explains every code at %s in %s: what happened, who must act, when, and what to press',
    (source, locale) => {
      const onAction = vi.fn();
      const { container } = renderWithKit(
        <>
          {[...knownFlinksCodes, 'SOMETHING_NEW'].map((code) => (
            <RemedyMessage key={code} flinksCode={code} source={source} onAction={onAction} id={code} />
          ))}
        </>,
        { locale, labels: locale === 'en' ? {} : frCA },
      );
      for (const code of [...knownFlinksCodes, 'SOMETHING_NEW']) {
        const remedy = describeFlinksCode(code, { source, locale });
        const message = container.querySelector(`#${CSS.escape(code)}`);
        expect(message).toHaveTextContent(`${remedy.title}${remedy.body}${remedy.actionLabel ?? ''}`);
        expect(message).toHaveAttribute('data-flinks-remedy', remedy.who);
        expect(message).toHaveAttribute('data-retry', remedy.retry);
      }
    },
  );

  it('hands over what to do when pressed, and has no button without onAction', async () => {
    const onAction = vi.fn();
    renderWithKit(<RemedyMessage flinksCode="INVALID_PASSWORD" source="widget" onAction={onAction} />);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onAction).toHaveBeenCalledExactlyOnceWith('try-again');
    renderWithKit(<RemedyMessage flinksCode="INVALID_PASSWORD" source="widget" />);
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});
