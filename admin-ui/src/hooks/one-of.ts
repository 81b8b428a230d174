/** The value of a filter where it is one of those offered, else undefined: an address is typed by anybody. */
export function oneOf<const T extends string>(offered: readonly T[], value: string | undefined): T | undefined {
  return offered.find((each) => each === value);
}
