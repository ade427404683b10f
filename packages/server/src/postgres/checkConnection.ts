import { custom, function_, getDotPath, optional, safeParse, strictObject } from 'valibot';
import { describeInput, isPlainObject, optionsError } from '../common/optionsError.ts';

/** Checks the options of `createPostgresStore`, so that none becomes an error of the driver at the first request. */
export function checkConnection(given: unknown): void {
  const refuse = (...sentences: readonly string[]) => optionsError('createPostgresStore', sentences);
  if (!isPlainObject(given)) throw refuse(`The argument ${describeInput(given)}. ${whatToWrite.either}`);
  if ('pool' in given && 'pglite' in given) {
    throw refuse(
      `pool and pglite are both given, so the store would be in two places. ${whatToWrite.either}`,
    );
  }
  const parsed = safeParse('pglite' in given ? pgliteSchema : poolSchema, given);
  if (parsed.success) return;
  const sentences = parsed.issues.map((issue) => {
    const name = getDotPath(issue) ?? 'The argument';
    if (issue.type === 'strict_object' && issue.expected === 'never') {
      return `${name} is no option. ${whatToWrite.either}`;
    }
    const line = name === 'pool' || name === 'pglite' || name === 'onWarning' ? name : 'either';
    return `${name} ${describeInput(issue.input)}. ${whatToWrite[line]}`;
  });
  throw refuse(...new Set(sentences));
}

const having = (...methods: readonly string[]) =>
  custom<object>(
    (value) =>
      value instanceof Object && methods.every((name) => typeof Reflect.get(value, name) === 'function'),
  );

const poolSchema = strictObject({ pool: having('connect', 'on'), onWarning: optional(function_()) });
const pgliteSchema = strictObject({ pglite: having('query') });

const whatToWrite = {
  either:
    'Write createPostgresStore({ pool: new Pool({ connectionString }) }), or { pglite: new PGlite(folder) }.',
  pool: 'Give a Pool of the pg package: pool: new Pool({ connectionString }).',
  pglite: 'Give an opened PGlite: pglite: new PGlite(folder).',
  onWarning: 'Give a function that gets a sentence, or leave it out.',
} as const;
