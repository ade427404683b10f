import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BankPage } from './BankPage';

const root = document.getElementById('root');
if (root === null) throw new Error('bank.html has no element with the id "root".');

createRoot(root).render(
  <StrictMode>
    <BankPage />
  </StrictMode>,
);
