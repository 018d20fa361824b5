const NORMALIZERS: Record<string, (value: string) => string> = {
  email: (value) => {
    const trimmed = value.trim();
    const at = trimmed.lastIndexOf('@');
    if (at < 0) return trimmed.toLowerCase();
    return `${trimmed.slice(0, at).toLowerCase()}@${new URL(`http://${trimmed.slice(at + 1) || 'x'}`, 'http://x').hostname || trimmed.slice(at + 1).toLowerCase()}`;
  },
  phone: (value) => value.replaceAll(/[^\d+]/g, ''),
};

/** The form in which two identity values of a kind are compared; equal bytes for kinds that need nothing else. */
export function identityKey(kind: string, value: string): string {
  try {
    return (NORMALIZERS[kind] ?? ((same: string) => same))(value).slice(0, 320);
  } catch {
    return value.trim().toLowerCase().slice(0, 320);
  }
}
