/** A time of day to the tenth of a second, the same in every language: what logs are compared by. */
export function formatInstant(at: number): string {
  return format.format(at);
}

const format = new Intl.DateTimeFormat('en-CA', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 1,
  hourCycle: 'h23',
});
