import { freshQueryClient, renderWithKit, testClient } from '#test';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { FlinksProvider } from '../provider/FlinksProvider.tsx';
import { QueryClientProvider } from '@tanstack/react-query';
import { InstitutionLogo } from './InstitutionLogo.tsx';
import { hueOf, monogramOf } from './monogram.ts';

function renderWithLogos(resolve: (institution: { name: string }) => string | null) {
  return render(<InstitutionLogo institution="SampleTrust" name="Sample Trust" />, {
    wrapper: ({ children }) => (
      <QueryClientProvider client={freshQueryClient()}>
        <FlinksProvider client={testClient()} institutionLogo={resolve}>
          {children}
        </FlinksProvider>
      </QueryClientProvider>
    ),
  });
}

describe('InstitutionLogo', () => {
  it('shows letters and is hidden from screen readers, since the name stands beside it', () => {
    const { container } = renderWithKit(<InstitutionLogo institution="FlinksCapital" />);
    expect(container.querySelector('[data-flinks-logo="monogram"]')).toHaveTextContent('FC');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('has a name for screen readers where the app gives one', () => {
    renderWithKit(<InstitutionLogo name="Sample Trust" alt="Sample Trust" />);
    expect(screen.getByRole('img', { name: 'Sample Trust' })).toBeInTheDocument();
  });

  it('asks the provider for the address of the image by both names', () => {
    const resolve = vi.fn(() => '/logos/sample.svg');
    const { container } = renderWithLogos(resolve);
    expect(resolve).toHaveBeenCalledWith({ institution: 'SampleTrust', name: 'Sample Trust' });
    expect(container.querySelector('[data-flinks-logo="image"] img')).toHaveAttribute(
      'src',
      '/logos/sample.svg',
    );
  });

  it('shows the letters where the image fails to load', () => {
    const { container } = renderWithLogos(() => '/logos/gone.svg');
    fireEvent.error(container.querySelector('img')!);
    expect(container.querySelector('[data-flinks-logo="monogram"]')).toHaveTextContent('ST');
  });

  it('shows the letters where the image failed before React was there', async () => {
    const decode = vi.fn(() => Promise.reject(new Error('broken')));
    HTMLImageElement.prototype.decode = decode;
    try {
      const { container } = renderWithLogos(() => '/logos/gone.svg');
      await waitFor(() => expect(container.querySelector('[data-flinks-logo]')).toHaveTextContent('ST'));
    } finally {
      Reflect.deleteProperty(HTMLImageElement.prototype, 'decode');
    }
  });
});

describe('a monogram', () => {
  it.each([
    ['Maple Coast Bank', 'MC'],
    ['FlinksCapital', 'FC'],
    ['TD', 'TD'],
    ['banque Érable', 'BÉ'],
    ['  «Caisse» d’ici', 'CD'],
    ['\u202Eknab', 'K'],
    ['', ''],
  ])('of %j is %j', (name, letters) => {
    expect(monogramOf(name)).toBe(letters);
  });

  it('has the same hue for a name however it is written', () => {
    expect(hueOf('Sample Trust')).toBe(hueOf('SAMPLE TRUST'));
    expect(hueOf('Sample Trust')).toBe(hueOf('SampleTrust'));
    expect(hueOf('Sample Trust')).not.toBe(hueOf('Sample Bank'));
  });
});
