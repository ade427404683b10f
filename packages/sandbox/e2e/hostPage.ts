import { createServer } from 'node:http';

/**
 * Serves an app on an origin of its own: a page whose frame leads where `?frame=` leads, and which keeps what
 * that frame posts. Every other path is the same page, so that a full-page redirect has somewhere to land.
 */
export async function serveHost(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === 'object' ? address?.port : ''}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const html = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="icon" href="data:,">
  <title>An app</title>
  <style>body { margin: 0 } iframe { border: 0 }</style>
  <main><h1>An app</h1></main>
  <script>
    const query = new URLSearchParams(location.search);
    window.received = [];
    if (query.has('frame')) {
      const frame = document.createElement('iframe');
      frame.title = 'Your bank';
      frame.width = '100%';
      frame.height = '760';
      if (query.has('sandbox')) frame.sandbox = query.get('sandbox');
      frame.src = query.get('frame');
      addEventListener('message', ({ origin, source, data }) => {
        if (source === frame.contentWindow && origin === new URL(frame.src).origin) received.push(data);
      });
      document.querySelector('main').append(frame);
    }
  </script>
</html>`;
