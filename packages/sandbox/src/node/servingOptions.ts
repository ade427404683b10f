import * as v from 'valibot';

const port = 'a whole number from 0 to 65534, since the widget page takes the next one';
const text = v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty'));

/** The options of `startSandbox` that state where it listens, as the command line and a JSON file can hold them. */
export const servingOptions = {
  port: v.optional(v.pipe(v.number(port), v.integer(port), v.minValue(0, port), v.maxValue(65_534, port))),
  host: v.optional(text),
  control: v.optional(v.boolean('true or false')),
  controlToken: v.optional(text),
};
