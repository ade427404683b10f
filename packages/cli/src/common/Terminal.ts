/** What a command may use of the process that runs it. Tests give their own. */
export interface Terminal {
  /** The folder that the command was started in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a user can answer questions. */
  readonly isInteractive: boolean;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}
