import { InstitutionPicker, useInstitutions } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useBankConnect } from './BankConnect.tsx';

/** The choice of a bank before the dialog, which then opens at its sign-in. */
export function BankChoice(): ReactElement {
  const { text } = usePreferences();
  const { begin } = useBankConnect();
  const institutions = useInstitutions();
  return (
    <section className="stack" aria-labelledby="choice-heading">
      <h2 id="choice-heading">{text.connect.choose}</h2>
      <InstitutionPicker institutions={institutions} connect={{ open: begin }} />
    </section>
  );
}
