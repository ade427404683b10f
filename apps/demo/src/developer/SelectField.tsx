import type { ReactElement } from 'react';

/** A labelled `<select>` of the developer panel. */
export function SelectField({
  label,
  value,
  choices,
  describedBy,
  onChange,
}: SelectFieldProps): ReactElement {
  return (
    <label className="pick">
      <span>{label}</span>
      <select
        value={value}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
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

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly describedBy?: string | undefined;
  readonly onChange: (value: string) => void;
}
