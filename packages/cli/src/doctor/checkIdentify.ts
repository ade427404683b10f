import { type App, callApp } from './callApp.ts';
import { type Finding, fine, unknown, wrong } from './Finding.ts';

/** Whether `identify` knows a signed-in user, and no other request. Only lists connections. */
export async function checkIdentify(app: App): Promise<readonly Finding[]> {
  const name = 'identify';
  try {
    const signedOut = await callApp(app, '/connections');
    if (signedOut.status === 200) {
      return [
        wrong(
          name,
          'A request without a cookie is answered as a user, so every browser is that user. Return the id of the signed-in user, and null for all other requests.',
        ),
      ];
    }
    if (signedOut.status !== 401) return [fails(signedOut.status)];
    if (app.cookie === null) {
      return [
        unknown(
          name,
          'A request without a cookie is refused, as it should be. Set FLINKS_KIT_COOKIE to the cookie header of a signed-in user to try the rest.',
        ),
      ];
    }
    const user = await callApp(app, '/connections', { headers: { cookie: app.cookie } });
    if (user.status === 200)
      return [fine(name, 'It knows the user of FLINKS_KIT_COOKIE, and refuses a request without a cookie.')];
    if (user.status !== 401) return [fails(user.status)];
    return [
      wrong(
        name,
        'It gives null or undefined for the user of FLINKS_KIT_COOKIE. Return the user’s id as a string: await the session, and check the name of the field.',
      ),
    ];
  } catch {
    return [unknown(name, 'The question got no answer within ten seconds.')];
  }
}

const fails = (status: number): Finding =>
  wrong(
    'identify',
    `It fails (${status}): it throws, or gives something that is neither a string nor null. The server’s log names the cause.`,
  );
