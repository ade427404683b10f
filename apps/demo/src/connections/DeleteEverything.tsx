import type { ReactElement } from 'react';
import type { Change } from '../changes/useHeldChange.ts';
import { ConfirmedAction } from '../layout/ConfirmedAction.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';

/** Deletes all data of the user, after a question that lists what is deleted. */
export function DeleteEverything({ deletion }: DeleteEverythingProps): ReactElement {
  const { text } = usePreferences();
  return <ConfirmedAction words={text.settings.deleteEverything} action={deletion} />;
}

interface DeleteEverythingProps {
  /** What `useDeleteEverything` gives. */
  readonly deletion: Change;
}
