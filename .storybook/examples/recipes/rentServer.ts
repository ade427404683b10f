import type { EftInstruction, FlinksServer } from '@flinks-kit/server';

/** `POST /api/rent/agreement`: the full numbers stay on your server. */
export async function acceptAgreement(app: RentApp, userId: string, request: Request): Promise<Response> {
  const { connectionId, accountId } = await request.json();
  const instruction = await app.flinks.forUser(userId).getEftInstruction({
    connectionId,
    accountId,
    maxAgeMs: 24 * 60 * 60_000, // numbers that Flinks read within a day
  });
  await app.storeAgreement(userId, instruction);
  return new Response(null, { status: 204 });
}

interface RentApp {
  readonly flinks: FlinksServer;
  /** Stores the pre-authorized debit agreement, and sends the tenant its confirmation. */
  storeAgreement(userId: string, instruction: EftInstruction): Promise<void>;
}
