/** The texts of the choice of a bank. */
export interface InstitutionsLabels {
  /** The picker's accessible name. */
  readonly list: string;
  readonly search: string;
  readonly loading: string;
  /** While the browser is offline. */
  readonly paused: string;
  readonly error: string;
  readonly retry: string;
  /** Announced while the user searches. */
  readonly found: (count: number) => string;
  /** Under a list that is cut off. */
  readonly more: string;
  /** Leads to the widget's own list. */
  readonly notListed: string;
}

/** English. */
export const institutionsEn: InstitutionsLabels = {
  list: 'Choose your bank',
  search: 'Search for your bank',
  loading: 'Loading banks…',
  paused: 'You are offline. The banks appear when you are back online.',
  error: 'The banks could not be loaded.',
  retry: 'Try again',
  found: (count) => `${count === 0 ? 'No' : count} ${count === 1 ? 'bank' : 'banks'} found`,
  more: 'Type the name of your bank to see others.',
  notListed: 'My bank is not listed',
};
