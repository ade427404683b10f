import type { ReactElement } from 'react';
import { Table } from '../docs/Table.tsx';
import type { SessionMap } from './exploreSession.ts';
import { groupBy } from './groupBy.ts';

/** Every move in words: from each status, where what leads. */
export function SessionMoves({ map }: { readonly map: SessionMap }): ReactElement {
  return (
    <Table label="Every move of the session" columns={['From', 'To', 'When']}>
      {[...groupBy(map.moves, ({ from, to }) => `${from} → ${to}`)].map(([name, moves]) => {
        const [from, to] = name.split(' → ');
        return (
          <tr key={name}>
            <th scope="row">
              <code>{from}</code>
            </th>
            <td>
              <code>{to}</code>
            </td>
            <td>{moves.map(({ by }) => by.name).join(', ')}</td>
          </tr>
        );
      })}
    </Table>
  );
}
