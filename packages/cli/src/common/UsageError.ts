/** The command line can't be carried out as it stands: its message names what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
