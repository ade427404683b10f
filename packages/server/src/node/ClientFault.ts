/** A request that Node took and that has no meaning here. Its message is the text of the response. */
export class ClientFault extends Error {
  override readonly name = 'ClientFault';
  readonly status: 400 | 405;

  constructor(message: string, status: 400 | 405 = 400) {
    super(message);
    this.status = status;
  }
}
