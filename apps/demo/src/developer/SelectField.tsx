import type { ReactElement } from 'react';

/** A labelled `<select>` of the drawer. */
export function PickOne({ label, value, choices, describedBy, onPick }: PickOneProps): ReactElement {
  return (
    <label className="pick">
      <span>{label}</span>
      <select
        value={value}
        aria-describedby={describedBy}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        {choices.map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PickOneProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly describedBy?: string | undefined;
  readonly onPick: (value: string) => void;
}
