/** A user who rents from Fernhill. All invented. */
export interface User {
  readonly name: string;
  readonly shownAs: string;
  readonly unit: number;
  /** Canadian dollars per month. */
  readonly rent: number;
}

/** The sample's two users. */
export const users: readonly [User, User] = [
  { name: 'robin', shownAs: 'Robin', unit: 4, rent: 1480 },
  { name: 'sacha', shownAs: 'Sacha', unit: 7, rent: 1915.5 },
];
