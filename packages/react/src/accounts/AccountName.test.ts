import { describe, expect, it } from 'vitest';
import { accountsEn } from '../labels/accounts.en.ts';
import { nameAccount } from './AccountName.tsx';

const name = (title: string | null, own: string | null = '•••• 4567') => {
  const [shown, mask] = nameAccount({ title, type: 'Chequing', mask: own }, accountsEn);
  return { title: shown, mask };
};

describe('nameAccount', () => {
  it.each([
    ['Everyday Chequing'],
    ['Everyday Chequing •••• 4567'],
    ['Everyday Chequing *4567'],
    ['Everyday Chequing (4567)'],
    ['Everyday Chequing [xxxx4567]'],
    ['Everyday Chequing x4567'],
    ['Everyday Chequing - 4567 '],
    ['Everyday Chequing ****4567'],
    ['Everyday Chequing ...4567'],
    ['Everyday Chequing (…4567)'],
    ['Everyday Chequing: 4567'],
    ['Everyday Chequing, 4567'],
    ['Everyday Chequing — 4567'],
    ['Everyday Chequing_4567'],
    ['Everyday Chequing ending in 4567'],
    ['Everyday Chequing (ending 4567)'],
    ['Everyday Chequing ends with 4567'],
    ['Everyday Chequing se terminant par 4567'],
    ['Everyday Chequing No. 4567'],
    ['Everyday Chequing n° 4567'],
  ])('shows the digits of %j once', (title) => {
    expect(name(title)).toEqual({ title: 'Everyday Chequing', mask: '•••• 4567' });
  });

  it.each([
    ['4567 Chequing', null],
    ['Chequing 4567 joint', null],
    ['Chequing 14567', '•••• 4567'],
    ['Max', '•••• 4567'],
    ['Compte de l’Uno', '•••• 4567'],
  ])('keeps the title %j', (title, mask) => {
    expect(name(title)).toEqual({ title, mask });
  });

  it.each([
    ['Loan to friends 4567', 'Loan to friends'],
    ['Casino 4567', 'Casino'],
    ['Chequing Inc. 4567', 'Chequing Inc.'],
    ['Compte Weekend 4567', 'Compte Weekend'],
  ])('takes nothing but the digits from %j', (title, kept) => {
    expect(name(title)).toEqual({ title: kept, mask: '•••• 4567' });
  });

  it('uses the type where the title is missing, or nothing but the digits', () => {
    expect(name(null)).toEqual({ title: 'Chequing', mask: '•••• 4567' });
    expect(name('•••• 4567')).toEqual({ title: 'Chequing', mask: '•••• 4567' });
  });

  it('leaves a title alone that has no mask beside it', () => {
    expect(name('Savings 4567', null)).toEqual({ title: 'Savings 4567', mask: null });
  });
});
