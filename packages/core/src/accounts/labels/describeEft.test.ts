import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../../test/accountBodies.ts';
import { accountSentencesEn } from './accountLabels.en.ts';
import { accountSentencesFrCA } from './accountLabels.frCA.ts';
import { assessEft, assessETransfer } from '../eft/assessEft.ts';
import { describeEft } from './describeEft.ts';

describe('describeEft', () => {
  it('names what is missing, in both languages', () => {
    const assessment = assessEft(sampleAccount({ transitNumber: null }));
    expect(describeEft(assessment, 'en')).toEqual({
      status: 'No EFT',
      explanation: 'Your bank did not give everything EFT needs. Missing: transit number.',
    });
    expect(describeEft(assessment, 'fr-CA')).toEqual({
      status: 'TEF impossible',
      explanation:
        'TEF\u00a0: votre banque n’a pas fourni tous les renseignements nécessaires. Il manque\u00a0: le numéro de transit.',
    });
  });

  it('warns that a verdict is provisional', () => {
    const assessment = assessEft(sampleAccount({ sources: { summary: true, detail: false } }));
    expect(describeEft(assessment, 'en').explanation).toContain('may change');
  });

  it('names e-Transfer where that is meant', () => {
    const text = describeEft(assessETransfer(sampleAccount()), 'en', { method: 'e-transfer' });
    expect(text.status).toBe('e-Transfer details complete');
    expect(JSON.stringify(text)).not.toContain('EFT');
  });

  it('has a sentence for a reason it does not know', () => {
    const assessment = { ...assessEft(sampleAccount()), reasons: ['moon-phase'] };
    expect(describeEft(assessment, 'en').explanation).toBe('EFT follows rules of its own here.');
  });

  it('has the same lines in both languages', () => {
    const lines = (table: object): unknown =>
      Object.entries(table).map(([key, value]) => (typeof value === 'object' ? [key, lines(value)] : key));
    expect(lines(accountSentencesFrCA)).toEqual(lines(accountSentencesEn));
  });
});
