/** Input that the kernel cannot work on: says what is wrong, and where. */
export class InputError extends RangeError {
  override readonly name = 'InputError';
}
