import { searchInstitutions, useInstitutions } from '@flinks-kit/react';
import { type ReactElement, useState } from 'react';

export function BankSearch({ onChoose }: { readonly onChoose: (institution: string) => void }): ReactElement {
  const { data: banks = [], isPending } = useInstitutions();
  const [text, setText] = useState('');
  if (isPending) return <p role="status">Reading the list of banks…</p>;
  return (
    <>
      <label>
        Your bank{' '}
        <input type="search" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </label>
      <ul>
        {searchInstitutions(banks, text).map(({ id, name }) => (
          <li key={id}>
            <button type="button" data-flinks-button="" onClick={() => onChoose(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
