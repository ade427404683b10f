import { knownFlinksCodes } from '@flinks-kit/core/wire';
import { createSandbox } from '@flinks-kit/sandbox';
import { expect, test } from 'vitest';
import { meetCode } from './meetCode.ts';

test('every code can be met: by a scenario, or by the fault that the page prints', async () => {
  const answers = await Promise.all(
    knownFlinksCodes.map(async (flinksCode) => {
      const sandbox = createSandbox();
      expect(meetCode(flinksCode).fault).toContain(`'${flinksCode}'`);
      sandbox.faults.add({ kind: 'code', flinksCode });
      const response = await sandbox.fetch(
        new Request(`https://api.example/v3/${sandbox.credentials.customerId}/BankingServices/Authorize`, {
          method: 'POST',
          body: '{}',
        }),
      );
      const body: unknown = await response.json();
      return Reflect.get(Object(body), 'FlinksCode');
    }),
  );
  expect(answers).toEqual([...knownFlinksCodes]);
});

test('the ten codes that the widget handles by itself have a scenario each', () => {
  const played = knownFlinksCodes.filter((code) => meetCode(code).scenario !== null);
  expect(played).toEqual(expect.arrayContaining(['INVALID_PASSWORD', 'RETRY_LATER', 'DISABLED_LOGIN']));
  expect(played.length).toBeGreaterThanOrEqual(11);
});
