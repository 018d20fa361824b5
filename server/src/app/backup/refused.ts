/** What was asked for can't be done as things are; the message says why and what to do. Nothing was changed. */
export class Refused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refused';
  }
}
