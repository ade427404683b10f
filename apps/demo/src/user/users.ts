/** Somebody who rents from Fernhill. Everything about them is made up. */
export interface User {
  readonly name: string;
  readonly shownAs: string;
  readonly unit: number;
  /** Canadian dollars per month. */
  readonly rent: number;
}

/** The two who live in this sample. */
export const users: readonly [User, User] = [
  { name: 'robin', shownAs: 'Robin', unit: 4, rent: 1480 },
  { name: 'sacha', shownAs: 'Sacha', unit: 7, rent: 1915.5 },
];
