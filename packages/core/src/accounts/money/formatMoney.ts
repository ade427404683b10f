import { normalizeLocale } from '../../internal/locale.ts';

/**
 * Money as people in Canada read it: `$1,234.50` and `US$25.00` in English, `1 234,50 $` and `25,00 $ US` in
 * French. A bare `en` or `fr` means the Canadian one, since Flinks has only CAD and USD accounts. An unknown
 * currency is written as a plain decimal.
 */
export function formatMoney(amount: number, currency: string | null, locale: string): string {
  return formatterFor(currency, locale).format(amount);
}

const formatters = new Map<string, Intl.NumberFormat>();

// What rounds to nothing has no sign.
const signDisplay = 'negative';

// Making a formatter costs a hundred times what using it does. The cap keeps a strange back end from filling memory.
function formatterFor(currency: string | null, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  if (formatters.size > 64) formatters.clear();
  const formatter =
    formatters.get(key) ??
    new Intl.NumberFormat(
      // A locale that is none would throw a `RangeError` from one row, and take the whole list with it.
      (normalizeLocale(locale) ?? 'en').replace(/^(en|fr)$/, '$&-CA'),
      currency !== null && /^[A-Z]{3}$/i.test(currency)
        ? { style: 'currency', currency, signDisplay }
        : { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay },
    );
  formatters.set(key, formatter);
  return formatter;
}
