import { expect, test } from './fixtures.ts';
import { Keyboard } from './Keyboard.ts';

const atCredentials = {
  path: '/v2/Credential/FlinksCapital',
  parameters: { consentEnable: 'false', jsRedirect: 'true' },
};

test('each kind of question has the field that fits it, and all are answered by keyboard alone', async ({
  page,
  openInHost,
}) => {
  const widget = await openInHost(atCredentials);
  const { frame, testUser } = widget;
  const keyboard = new Keyboard(page);
  await keyboard.type(frame.getByLabel('Username'), 'sandbox_every_question');
  await keyboard.type(frame.getByLabel('Password'), 'Everyday');
  await page.keyboard.press('Enter');
  await expect(testUser.heading('Answer your bank’s question')).toBeFocused();

  const question = frame.getByLabel('Name of your first pet?');
  const code = frame.getByLabel('The code that we sent?');
  const colour = frame.getByRole('group', { name: 'Your favourite colour?' });
  const birthday = frame.getByLabel('The day you were born?');
  const picture = frame.getByRole('group', { name: 'Your picture?' });
  const other = frame.getByLabel('What else?');
  for (const [field, type] of [
    [question, 'text'],
    [code, 'text'],
    [birthday, 'date'],
    [other, 'text'],
  ] as const) {
    await expect(field).toHaveAttribute('type', type);
  }
  await expect(colour.getByRole('radio')).toHaveCount(2);
  await expect(picture.getByRole('radio')).toHaveCount(2);

  await keyboard.type(question, 'Rex');
  await keyboard.type(code, '000000');
  await keyboard.reach(colour.getByLabel('Red'));
  await page.keyboard.press('ArrowDown');
  await expect(colour.getByLabel('Blue')).toBeChecked();
  // Month and day are the same, so that it does not matter which a browser asks for first.
  await keyboard.type(birthday, '01012000');
  await expect(birthday).toHaveValue('2000-01-01');
  await keyboard.press(picture.getByLabel('Maple leaf'), 'Space');
  await keyboard.type(other, 'Nothing');
  await keyboard.press(testUser.button('Continue'));

  await expect(testUser.heading('Connected')).toBeVisible();
  await widget.expectToEndWith('SUBMIT_CREDENTIAL', 'COMPONENT_LOAD_MFA', 'SUBMIT_MFA', 'REDIRECT');
  expect(await widget.messages()).toContainEqual({
    step: 'COMPONENT_LOAD_MFA',
    mfaTypes: [
      'QuestionAndAnswer',
      'OneTimeVerification',
      'MultipleChoice',
      'Date',
      'ImageSelection',
      'Unknown',
    ],
  });
});

test('a press on a hint fills it in, and leads on to what is still open', async ({ openInHost }) => {
  const { frame, testUser } = await openInHost(atCredentials);
  await frame.getByRole('button', { name: /^greatday_nomfa/ }).click();
  await expect(frame.getByLabel('Username')).toHaveValue('greatday_nomfa');
  await expect(frame.getByLabel('Password')).toHaveValue('Everyday');
  await expect(testUser.button('Sign in')).toBeFocused();

  await testUser.signIn('sandbox_every_question');
  await frame.getByRole('button', { name: /^Rex/ }).click();
  await expect(frame.getByLabel('Name of your first pet?')).toHaveValue('Rex');
  await expect(frame.getByLabel('The code that we sent?')).toBeFocused();
  await frame.getByRole('button', { name: /^Blue/ }).click();
  await expect(frame.getByLabel('Blue')).toBeChecked();
});

test('one question can lead to another: how to get a code, then the code', async ({ openInHost }) => {
  const widget = await openInHost(atCredentials);
  const { frame, testUser } = widget;
  await testUser.signIn('sandbox_one_time_code');
  await frame.getByLabel('Email').check();
  await testUser.press('Continue');
  await frame.getByLabel('Type the code that we sent').fill('000000');
  await testUser.press('Continue');
  await expect(testUser.heading('Connected')).toBeVisible();
  await widget.expectToEndWith(
    'COMPONENT_LOAD_MFA',
    'SUBMIT_MFA',
    'COMPONENT_LOAD_MFA',
    'SUBMIT_MFA',
    'REDIRECT',
  );
});

test('nothing is sent before there is an answer, and a wrong one can be corrected', async ({
  openInHost,
}) => {
  const widget = await openInHost(atCredentials);
  const { frame, testUser } = widget;
  await testUser.signIn('Greatday');
  await expect(testUser.heading('Answer your bank’s question')).toBeFocused();
  await testUser.press('Continue');
  await expect(frame.getByRole('textbox'), 'the browser asks for it').toBeFocused();
  await frame.getByRole('textbox').fill('Atlantis');
  await testUser.press('Continue');
  await expect(frame.locator('.hint')).toContainText('INVALID_SECURITY_RESPONSE');
  await testUser.press('Try again');
  await testUser.answer();

  await expect(testUser.heading('Connected')).toBeVisible();
  await widget.expectToEndWith(
    'COMPONENT_LOAD_MFA',
    'SUBMIT_MFA',
    'INVALID_SECURITY_RESPONSE',
    'COMPONENT_LOAD_MFA_RETRY',
    'SUBMIT_MFA',
    'REDIRECT',
  );
});
