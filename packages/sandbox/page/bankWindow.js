// @ts-check
import { drawMark, element } from './element.js';

/**
 * Runs the OAuth bank's own page: one question, two buttons. In a popup it closes itself and the widget notices; in
 * place of the whole page it leads back to the host.
 */
export async function startBankWindow() {
  const parameters = new URLSearchParams(window.location.search);
  const root = document.getElementById('widget') ?? document.body;

  const decide = async (/** @type {string} */ action) => {
    const response = await fetch(`/sandbox/bank/${parameters.get('session')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action }),
    });
    const reply = await response.json();
    if (response.ok) draw(reply);
    else root.textContent = reply.Message;
  };

  const draw = (/** @type {import('../src/widget/openBankWindow.ts').BankWindowReply} */ reply) => {
    if (reply.leadsTo !== null) return window.location.assign(reply.leadsTo);
    if (reply.decided) return window.close();
    document.documentElement.lang = parameters.get('language') ?? 'en';
    document.title = reply.title;
    const main = element(
      'main',
      { className: 'widget' },
      element(
        'div',
        { className: 'header' },
        element('span', { className: 'stamp', ariaHidden: 'true' }, 'sandbox'),
      ),
      element(
        'div',
        { className: 'title' },
        drawMark(reply.institution.label, reply.institution.mark),
        element('h1', { id: 'title' }, reply.title),
      ),
      element('p', {}, reply.text),
      element('ul', { className: 'list' }, ...reply.items.map((item) => element('li', {}, item))),
      element(
        'div',
        { className: 'buttons' },
        element(
          'button',
          { type: 'button', className: 'main', onclick: () => decide('approve') },
          reply.approve,
        ),
        element('button', { type: 'button', className: 'plain', onclick: () => decide('deny') }, reply.deny),
      ),
      element('p', { className: 'banner' }, reply.banner),
    );
    main.setAttribute('aria-labelledby', 'title');
    root.replaceChildren(main);
    return undefined;
  };

  await decide('look');
}
