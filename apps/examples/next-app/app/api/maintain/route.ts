import { createHash, timingSafeEqual } from 'node:crypto';
import { flinks } from '../../../lib/flinks';

/** For a timer that knows CRON_SECRET (`vercel.json`), every few minutes: finishes interrupted links and deletions. */
export async function GET(request: Request): Promise<Response> {
  const secret = process.env['CRON_SECRET'] ?? '';
  const sent = request.headers.get('authorization') ?? '';
  const isTimer = secret !== '' && timingSafeEqual(hash(sent), hash(`Bearer ${secret}`));
  return isTimer ? Response.json(await flinks.maintain()) : new Response(null, { status: 401 });
}

const hash = (text: string) => createHash('sha256').update(text).digest();
