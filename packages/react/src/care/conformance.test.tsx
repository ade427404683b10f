import { describeConformance } from '../../test/describeConformance.tsx';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { ConnectionCard } from './ConnectionCard.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import { RemedyMessage } from './RemedyMessage.tsx';

const connection = sampleConnection();
const query = { data: [connection], error: null, refetch: () => {} };

describeConformance('ConnectionCard', <ConnectionCard connection={connection} />, '[data-flinks-connection]');
describeConformance('ConnectionList', <ConnectionList connections={query} />, '[data-flinks-connections]');
describeConformance(
  'RemedyMessage',
  <RemedyMessage flinksCode="RETRY_LATER" source="widget" />,
  '[data-flinks-remedy]',
);
