/** When the next rent is due. */
export function firstOfNextMonth(today = new Date()): Date {
  return new Date(today.getFullYear(), today.getMonth() + 1, 1);
}
