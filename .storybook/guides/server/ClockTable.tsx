import { defaultTiming } from '@flinks-kit/server';
import type { ReactElement } from 'react';
import source from '../../../packages/server/src/common/timing.ts?raw';
import { Table } from '../../docs/Table.tsx';
import { readMembers } from './readMembers.ts';

/** `defaultTiming` as a table, with what is said of each of its members. */
export function ClockTable(): ReactElement {
  const said = readMembers(source);
  return (
    <Table label="Clocks" columns={['Name', 'Lasts', 'What it is, and where it is used']}>
      {Object.entries(defaultTiming).map(([name, milliseconds]) => (
        <tr key={name}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <td style={{ whiteSpace: 'nowrap' }}>{inWords(milliseconds)}</td>
          <td>{said.get(name)}</td>
        </tr>
      ))}
    </Table>
  );
}

const units = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** In the largest unit that divides it. */
function inWords(milliseconds: number): string {
  const [unit, length] = units.find(([, each]) => milliseconds % each === 0) ?? ['millisecond', 1];
  return new Intl.NumberFormat('en-CA', { style: 'unit', unit, unitDisplay: 'long' }).format(
    milliseconds / length,
  );
}
