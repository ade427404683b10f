/** A time of day to the tenth of a second, in the same format for every language, to compare with logs. */
export function formatTimeOfDay(at: number): string {
  return format.format(at);
}

const format = new Intl.DateTimeFormat('en-CA', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 1,
  hourCycle: 'h23',
});
