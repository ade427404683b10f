/** What a method of the fake does: returns a value, throws an error, or either after a delay or in turn. */
export type FakeAnswer<Value> = Value | Error | FakeSequence<Value> | FakeDelay<Value>;

/** One answer for each call, in order; the last one answers every later call. */
export class FakeSequence<Value> {
  readonly answers: readonly FakeAnswer<Value>[];

  constructor(answers: readonly FakeAnswer<Value>[]) {
    this.answers = answers;
  }
}

/** An answer that comes late. */
export class FakeDelay<Value> {
  readonly ms: number;
  readonly answer: FakeAnswer<Value>;

  constructor(ms: number, answer: FakeAnswer<Value>) {
    this.ms = ms;
    this.answer = answer;
  }
}

/**
 * One answer for each call of a method, in order; the last one answers every later call.
 *
 * @example
 * createFakeFlinks({ getAccounts: fakeSequence(fakeSnapshot({ status: 'pending' }), fakeSnapshot()) })
 */
export function fakeSequence<Value>(...answers: readonly FakeAnswer<Value>[]): FakeSequence<Value> {
  return new FakeSequence(answers);
}

/** An answer after some milliseconds of the test's clock. */
export function fakeDelay<Value>(ms: number, answer: FakeAnswer<Value>): FakeDelay<Value> {
  return new FakeDelay(ms, answer);
}

/** Gives an answer for a call; `call` counts from 0. */
export async function giveAnswer<Value>(answer: FakeAnswer<Value>, call: number): Promise<Value> {
  if (answer instanceof FakeDelay) {
    await new Promise((resume) => setTimeout(resume, answer.ms));
    return giveAnswer(answer.answer, call);
  }
  if (answer instanceof FakeSequence) {
    const at = Math.min(call, answer.answers.length - 1);
    const next = answer.answers[at];
    if (next === undefined) throw new TypeError('fakeSequence() needs at least one answer.');
    // A sequence in a sequence begins with its own first answer.
    return giveAnswer(next, call - at);
  }
  if (answer instanceof Error) throw answer;
  return answer;
}
