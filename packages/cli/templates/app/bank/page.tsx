import { BankPage } from './BankPage';

export default function Page() {
  return <BankPage />;
}
