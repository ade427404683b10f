import { listHolders } from '../bank/accounts.ts';
import type { Answer } from '../state/json.ts';
import { refuse, unknownLoginId } from './answer.ts';
import { rateSimilarity } from './rateSimilarity.ts';
import type { Call, Fields } from './readFields.ts';

/**
 * `POST /FieldMatch`: compares a customer's data with the holders of a connected card, after a GetAccountsDetail of that
 * card. Only fields that were sent are compared; the bands of the scores are Flinks', the way to compute them is ours
 * (docs/flinks/api.md 2.14).
 */
export function matchFields({ state, fields }: Call): Answer {
  const { settings, cards } = state;
  const card = cards.get((fields.text('loginId') ?? '').toLowerCase());
  if (card === undefined) return refuse(settings, 'INVALID_LOGIN', unknownLoginId);
  if (!card.detailWasRead) {
    return refuse(
      settings,
      'INVALID_REQUEST',
      'Sandbox: FieldMatch needs an earlier GetAccountsDetail of this LoginId.',
    );
  }
  const holders = listHolders(card.testUser);
  const rates = fieldNames.map((name): FieldRate => {
    const sent = readField(fields, name);
    const known = holders.flatMap((holder) => holder[name] ?? []);
    if (sent === undefined) return { name, rate: null, isKnown: true };
    if (known.length === 0) return { name, rate: 0, isKnown: false };
    return { name, rate: Math.max(...known.map((text) => rateSimilarity(name, sent, text))), isKnown: true };
  });

  // Whether a field without data lowers the average is not documented: here it does not.
  const compared = rates.flatMap(({ rate, isKnown }) => (rate === null || !isKnown ? [] : [rate]));
  const overall = compared.reduce((sum, rate) => sum + rate, 0) / Math.max(compared.length, 1);
  const noData = rates.flatMap(({ name, isKnown }) => (isKnown ? [] : [name]));
  const threshold = fields.number('threshold');
  const byName = (value: (rate: number) => unknown) =>
    Object.fromEntries(rates.map(({ name, rate }) => [name, rate === null ? null : value(rate)]));
  return {
    status: 200,
    body: {
      ...(threshold !== undefined && {
        overallMatch: overall >= threshold,
        fieldLevelMatch: { ...byName((rate) => rate >= threshold), noData },
      }),
      overallMatchRate: Number(overall.toFixed(8)),
      fieldLevelMatchRate: { ...byName((rate) => rate), noData },
    },
  };
}

interface FieldRate {
  readonly name: (typeof fieldNames)[number];
  /** 0 to 1; `null`: the field was not sent. */
  readonly rate: number | null;
  readonly isKnown: boolean;
}

function readField(fields: Fields, name: FieldRate['name']): string | undefined {
  const sent = fields.text(name);
  if (name !== 'fullName' || sent !== undefined) return sent === '' ? undefined : sent;
  const parts = ['firstName', 'middleName', 'lastName'].flatMap((part) => fields.text(part) ?? []);
  return parts.length === 0 ? undefined : parts.join(' ');
}

const fieldNames = ['fullName', 'phone', 'email', 'civicAddress', 'city', 'province', 'postalCode'] as const;
