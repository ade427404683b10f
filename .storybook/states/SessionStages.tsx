import type { ReactElement } from 'react';
import { Scrollable } from '../docs/Scrollable.tsx';
import type { SessionMap } from './exploreSession.ts';
import { groupBy } from './groupBy.ts';

/** Which step of the widget puts the person where. */
export function SessionStages({ map }: { readonly map: SessionMap }): ReactElement {
  const byStage = groupBy(map.stages, ([, stage]) => stage);
  return (
    <Scrollable label="Steps and stages" className="kit-table">
      <table>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">After the step</th>
          </tr>
        </thead>
        <tbody>
          {[...byStage].map(([stage, steps]) => (
            <tr key={stage}>
              <th scope="row">
                <code>{stage}</code>
              </th>
              <td>{steps.map(([step]) => step).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
