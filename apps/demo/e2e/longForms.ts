/** False in `npm test`, which runs some tests in a short form; true in `npm run test:hosts`. */
export const isLongForm = process.env['LONG_FORMS'] === '1';
