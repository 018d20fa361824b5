/** An answer other than 250. The enhanced status code goes with the reply code (RFC 3463). */
export class Refusal extends Error {
  constructor(
    readonly responseCode: 421 | 450 | 451 | 552 | 550 | 554,
    message: string,
  ) {
    super(message);
  }
}

/** Our own trouble, of which the sender's server needs to know nothing but that it should come back. */
export const NOT_NOW = 'This mail can not be stored right now, try again later';
export const notNow = (): Refusal => new Refusal(451, NOT_NOW);
