import type { ReactElement } from 'react';
import { Table } from '../docs/Table.tsx';
import type { SessionMap } from './exploreSession.ts';
import { groupBy } from './groupBy.ts';

/** Which step of the widget puts the person where. */
export function SessionStages({ map }: { readonly map: SessionMap }): ReactElement {
  const byStage = groupBy(map.stages, ([, stage]) => stage);
  return (
    <Table label="Steps and stages" columns={['Stage', 'After the step']}>
      {[...byStage].map(([stage, steps]) => (
        <tr key={stage}>
          <th scope="row">
            <code>{stage}</code>
          </th>
          <td>{steps.map(([step]) => step).join(', ')}</td>
        </tr>
      ))}
    </Table>
  );
}
