'use client';

import { useMemo } from 'react';
import { useFlinks } from './useFlinks.ts';
import type { LabelSections } from '../labels/labels.ts';

/**
 * The texts of one section: the provider's over the English ones that the caller brings. A caller that shows
 * only some lines of a section brings only those.
 */
export function useLabels<Section extends keyof LabelSections, Line extends keyof LabelSections[Section]>(
  section: Section,
  english: Pick<LabelSections[Section], Line>,
): Pick<LabelSections[Section], Line> {
  const overrides = useFlinks().labels[section];
  return useMemo(() => {
    const labels = { ...english };
    // A text that an app's translations lack is the English one, and not none.
    for (const [name, text] of Object.entries(overrides ?? {})) {
      if (text != null) Reflect.set(labels, name, text);
    }
    return labels;
  }, [english, overrides]);
}
