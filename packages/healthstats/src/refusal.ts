/**
 * A refused argument: which one, and which rule it broke.
 *
 * Statistics have no partial answer to give, so a method throws this instead of returning a number
 * that nobody should read. Callers that take data from outside catch it and show the sentence.
 */
export class RefusedArgument extends RangeError {
  readonly argument: string;
  readonly rule: string;

  constructor(argument: string, rule: string) {
    super(`${argument}: ${rule}`);
    this.name = "RefusedArgument";
    this.argument = argument;
    this.rule = rule;
  }
}
