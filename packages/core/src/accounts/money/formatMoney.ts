import { normalizeLocale } from '../../internal/locale.ts';

/**
 * Money as people in Canada read it: `$1,234.50` and `US$25.00` in English, `1 234,50 $` and `25,00 $ US` in
 * French. A bare `en` or `fr` means the Canadian one, since Flinks has only CAD and USD accounts. An unknown
 * currency is written as a plain decimal.
 */
export function formatMoney(amount: number, currency: string | null, locale: string): string {
  // `-0` is nothing, and nothing has no sign.
  return formatterFor(currency, locale).format(amount === 0 ? 0 : amount);
}

const formatters = new Map<string, Intl.NumberFormat>();

// Making a formatter costs a hundred times what using it does. The cap keeps a strange back end from filling memory.
const mostFormatters = 64;

function formatterFor(currency: string | null, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  if (formatters.size >= mostFormatters) formatters.clear();
  const made = new Intl.NumberFormat(canadian(locale), optionsFor(currency));
  formatters.set(key, made);
  return made;
}

function optionsFor(currency: string | null): Intl.NumberFormatOptions {
  if (currency !== null && /^[A-Z]{3}$/i.test(currency)) return { style: 'currency', currency };
  return { minimumFractionDigits: 2, maximumFractionDigits: 2 };
}

// Never a `RangeError`: it would come from one row and take the whole list with it.
function canadian(host: string): string {
  const locale = normalizeLocale(host) ?? 'en';
  return locale === 'en' || locale === 'fr' ? `${locale}-CA` : locale;
}
