import type { ReactElement, ReactNode } from 'react';
import { Scrollable } from './Scrollable.tsx';

/** A table of a page: its columns by name, its rows as children. */
export function Table({ label, columns, children }: TableProps): ReactElement {
  return (
    <Scrollable label={label} className="kit-table">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scrollable>
  );
}

interface TableProps {
  /** Its name for who can't see it. */
  readonly label: string;
  readonly columns: readonly string[];
  readonly children: ReactNode;
}
