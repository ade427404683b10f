'use client';

import type { Connection } from '@flinks-kit/core';
import { type ReactElement, useId } from 'react';
import { isolate } from '../format/isolate.ts';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import type { Duplicate } from './listDuplicates.ts';

/** The message that accounts are connected a second time. The user keeps both connections, or deletes this one. */
export function DuplicateNotice(props: DuplicateNoticeProps): ReactElement {
  const { connection, duplicates, nameOf, onKeep, onDelete } = props;
  const labels = useLabels('connections', connectionsEn);
  const messageId = useId();
  return (
    <div role="group" aria-labelledby={messageId} data-flinks-connection-trouble="duplicate">
      <p id={messageId}>
        {duplicates.map(({ connectionId, accountIds, certainty, other }) => {
          const account = connection.accounts?.find(({ id }) => accountIds.includes(id));
          const named = `${isolate(nameOf(other ?? connection))} ${account?.mask ?? ''}`.trim();
          const sentence = labels.alreadyConnected[certainty === 'same' ? certainty : 'likely'];
          return <span key={connectionId}>{`${sentence(named, accountIds.length - 1)} `}</span>;
        })}
      </p>
      <div data-flinks-buttons="">
        <button type="button" data-flinks-button="" onClick={onKeep}>
          {labels.keepDuplicates(duplicates.length + 1)}
        </button>
        <button type="button" data-flinks-button="danger" onClick={onDelete}>
          {labels.deleteDuplicate}
        </button>
      </div>
    </div>
  );
}

interface DuplicateNoticeProps {
  readonly connection: Connection;
  readonly duplicates: readonly Duplicate[];
  readonly nameOf: (connection: Connection) => string;
  readonly onKeep: () => void;
  /** Asks before anything is deleted. */
  readonly onDelete: () => void;
}
