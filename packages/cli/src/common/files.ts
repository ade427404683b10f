import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The text of a file, or `null` when there is no such file. */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes a file and the folders above it. A file with a secret is for its owner's eyes only. */
export async function writeText(path: string, text: string, { secret = false } = {}): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, secret ? { mode: 0o600 } : {});
  // The mode above applies to a new file only.
  if (secret) await chmod(path, 0o600);
}

/** A JSON object from a file; `null` when the file is missing or holds anything else. */
export async function readJsonObject(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  const text = await readText(path);
  try {
    const value: unknown = text === null ? null : JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value is a plain object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
