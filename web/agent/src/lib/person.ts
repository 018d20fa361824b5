interface PersonLike {
  fullName: string | null;
  identities?: readonly { value: string }[];
}

/** The name of a contact, else how the network knows him; null when nothing is known. */
export const personName = (person: PersonLike | null | undefined): string | null =>
  person?.fullName || person?.identities?.[0]?.value || null;
