/** What a hook of the kit lets you set of TanStack's own options. */
export interface FlinksQueryConfig<Answer, Data = Answer> {
  /** Derives what the component gets; it re-renders only when that changes. */
  readonly select?: (answer: Answer) => Data;
  readonly enabled?: boolean;
  /** Milliseconds for which an answer counts as fresh. */
  readonly staleTime?: number;
}
