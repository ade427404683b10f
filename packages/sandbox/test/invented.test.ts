import { createSandbox } from '@flinks-kit/sandbox';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

// A sandbox must never pass for the real thing: no picture, no brand, no real id.
const root = new URL('../', import.meta.url);

async function filesUnder(...folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const lists = folders.map(async (folder) => {
    const names = await readdir(new URL(folder, root), { recursive: true });
    return names.filter((name) => /\.\w+$/.test(name)).map((name) => `${folder}${name}`);
  });
  const files = (await Promise.all(lists)).flat();
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [
        file,
        await readFile(new URL(file, root), 'utf8'),
      ]),
    ),
  );
}

describe('the package of the sandbox', () => {
  test('the page shows no picture and names no outside address', async () => {
    const page = await filesUnder('page/');
    expect([...page.keys()]).toEqual(expect.arrayContaining(['page/index.html', 'page/widget.css']));
    for (const [file, text] of page) {
      const pictures = /<(?:img|svg|picture|canvas)|\burl\(|@font-face|data:image|https?:\/\//g;
      expect(text.match(pictures), file).toBeNull();
    }
  });

  test('every id and key in the package is recognisably made up', async () => {
    const ours = await filesUnder('src/', 'page/');
    const guid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
    const ids = new Set([...ours.values()].flatMap((text) => text.match(guid) ?? []));
    // `00000000-…`: no one's; `5a4db0c5-…`: as near to "sandbox" and to the kit's name as hexadecimal digits come.
    for (const id of ids) expect(id).toMatch(/^(?:00000000|5a4db0c5)-0000-4000-8000-/);
    for (const [file, text] of ours) {
      // Longer than any name of ours: a key would look like this.
      expect(text.match(/['"][A-Za-z0-9+/_-]{40,}={0,2}['"]/g), file).toBeNull();
    }

    const { customerId, ...keys } = createSandbox().credentials;
    expect(ids).toContain(customerId);
    for (const key of Object.values(keys)) expect(key).toMatch(/^sandbox/);
  });
});
