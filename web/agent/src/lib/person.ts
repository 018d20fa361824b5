interface PersonLike {
  fullName: string | null;
  identities?: readonly { value: string }[];
}

/** Such as the number of a browser or of an account: it names nobody to whoever reads it. */
const CODE = /^([a-z]+[-_:])?[0-9a-f-]{15,}$/i;

/** The name of a contact, else how the network knows him in words that can be read (S53); null when nothing is known. */
export const personName = (person: PersonLike | null | undefined): string | null =>
  person?.fullName || person?.identities?.find(({ value }) => !CODE.test(value))?.value || null;

/** How somebody is known, in words: an address, or of a code its end, by which two of them can be told apart. */
export const shownValue = (value: string): string => (CODE.test(value) ? `…${value.slice(-6)}` : value);
