import type { Connection } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { ConfirmedAction } from '../layout/ConfirmedAction.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useDeleteEverything } from './useDeleteEverything.ts';

/** Deletes all data of the user, after a question that lists what is deleted. */
export function DeleteEverything({ connections }: DeleteEverythingProps): ReactElement {
  const { text } = usePreferences();
  const deletion = useDeleteEverything(connections);
  return <ConfirmedAction words={text.settings.deleteEverything} action={deletion} />;
}

interface DeleteEverythingProps {
  readonly connections: readonly Connection[];
}
