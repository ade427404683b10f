import { cloneElement, createRef, type ReactElement, type Ref } from 'react';
import { describe, expect, it } from 'vitest';
import { renderWithKit } from './renderWithKit.tsx';

/**
 * The promises of every component: it passes on what an app adds to its root, keeps its own attributes, forwards the
 * ref to that root, and warns about nothing. `selector` finds the root by its documented attribute.
 */
export function describeConformance(
  name: string,
  element: ReactElement<{ className?: string; style?: object; id?: string; ref?: Ref<HTMLElement> }>,
  selector: string,
  around: (element: ReactElement) => ReactElement = (inner) => inner,
): void {
  describe(`${name} as a part`, () => {
    it('passes className, style, id and data attributes to its root', () => {
      const props = { className: 'mine', style: { opacity: 0.5 }, id: 'mine', 'data-mine': 'yes' };
      const { container } = renderWithKit(around(cloneElement(element, props)));
      const root = container.querySelector(selector);
      expect(root).toHaveClass('mine');
      expect(root).toHaveStyle({ opacity: '0.5' });
      expect(root).toHaveAttribute('id', 'mine');
      expect(root).toHaveAttribute('data-mine', 'yes');
    });

    it('forwards its ref to its root', () => {
      const ref = createRef<HTMLElement>();
      const { container } = renderWithKit(around(cloneElement(element, { ref })));
      expect(ref.current).toBe(container.querySelector(selector));
    });
  });
}
