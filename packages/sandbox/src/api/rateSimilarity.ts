/**
 * How alike two texts are, from 0 to 1 with two decimals, in Flinks' bands: 1 identical or only written in another way,
 * 0.80–0.99 strong, 0.65–0.79 possible, 0.50–0.64 unlikely, less: none (docs/flinks/api.md 2.14).
 */
export function rateSimilarity(field: string, sent: string, known: string): number {
  const rate = rates[field] ?? rateWords;
  return Number(Math.max(0, rate(normalize(sent), normalize(known))).toFixed(2));
}

const rates: Readonly<Record<string, (one: string, other: string) => number>> = {
  phone: (one, other) => rateLetters(lastDigits(one), lastDigits(other)),
  email: (one, other) => rateLetters(one, other),
  // One wrong character of six is "possible", several are "unlikely".
  postalCode: (one, other) => 1 - 1.5 * (1 - rateLetters(one.replaceAll(' ', ''), other.replaceAll(' ', ''))),
};

// Word by word: a missing word or an initial costs a little, a different word what its letters differ by.
function rateWords(one: string, other: string): number {
  if (one === other) return 1;
  const [fewer, more] = [words(one), words(other)].toSorted((a, b) => a.length - b.length);
  if (fewer === undefined || more === undefined || fewer.length === 0) return 0;
  const left = [...more];
  let score = 0;
  let letters = 0;
  for (const word of fewer) {
    const best = left.reduce<{ at: number; rate: number }>(
      (known, candidate, at) => {
        const rate = rateWord(word, candidate);
        return rate > known.rate ? { at, rate } : known;
      },
      { at: 0, rate: -1 },
    );
    const [matched = word] = left.splice(best.at, 1);
    const weight = Math.max(word.length, matched.length);
    score += Math.max(best.rate, 0) * weight;
    letters += weight;
  }
  const missing = Math.min(0.05 * left.length, 0.2);
  // Only identical texts are 1.
  return Math.min(score / letters - missing, 0.99);
}

function rateWord(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isAbbreviation = short.length < long.length && long.startsWith(short);
  return isAbbreviation ? Math.max(0.8, short.length / long.length) : rateLetters(one, other);
}

function rateLetters(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 0 : 1 - countEdits(one, other) / longest;
}

// Levenshtein's distance.
function countEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function normalize(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9@]+/g, ' ')
    .trim();
}

function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}

function lastDigits(text: string): string {
  return text.replace(/\D/g, '').slice(-10);
}
