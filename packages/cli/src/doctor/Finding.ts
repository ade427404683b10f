/** One line of the doctor: what was tried, how it stands, and what to do where it is wrong. */
export interface Finding {
  readonly name: string;
  readonly status: 'fine' | 'wrong' | 'unknown';
  /** What was found and, unless it is fine, what to change. Holds no value of an option and no body of an answer. */
  readonly sentence: string;
}

export const fine = (name: string, sentence: string): Finding => ({ name, status: 'fine', sentence });
export const wrong = (name: string, sentence: string): Finding => ({ name, status: 'wrong', sentence });
export const unknown = (name: string, sentence: string): Finding => ({ name, status: 'unknown', sentence });
