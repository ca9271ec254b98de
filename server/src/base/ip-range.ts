/** A range of IP addresses: an address, and how many of its bits are common to the range. */
export interface IpRange {
  readonly bits: 32 | 128;
  readonly address: bigint;
  /** As many as `bits` for a single address. */
  readonly prefix: number;
}

/** Reads `203.0.113.0/24`, `2001:db8::/32` or an address alone; undefined for anything else. */
export function parseIpRange(text: string): IpRange | undefined {
  const [written = '', length, ...more] = text.split('/');
  if (more.length > 0) return undefined;
  const found = parseIpv4(written) ?? parseIpv6(written);
  if (found === undefined) return undefined;
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined;
  const prefix = length === undefined ? found.bits : Number(length);
  return prefix > found.bits ? undefined : { ...found, prefix };
}

/** The first address of the range. */
export function networkOf({ address, bits, prefix }: IpRange): bigint {
  const shift = BigInt(bits - prefix);
  return (address >> shift) << shift;
}

/** True where all of one range is part of another. */
export function liesWithin(inner: IpRange, outer: IpRange): boolean {
  if (inner.bits !== outer.bits || inner.prefix < outer.prefix) return false;
  return networkOf({ ...inner, prefix: outer.prefix }) === networkOf(outer);
}

/** The IPv4 range with its first address, `203.0.113.0/24`. */
export function writeIpv4({ prefix, ...range }: IpRange): string {
  const network = networkOf({ ...range, prefix });
  const bytes = [24n, 16n, 8n, 0n].map((shift) => String((network >> shift) & 255n));
  return `${bytes.join('.')}/${prefix}`;
}

function parseIpv4(text: string): Pick<IpRange, 'bits' | 'address'> | undefined {
  const bytes = text.split('.');
  if (bytes.length !== 4 || !bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) < 256)) return undefined;
  return { bits: 32, address: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) };
}

function parseIpv6(text: string): Pick<IpRange, 'bits' | 'address'> | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return undefined;
  const [before = [], after = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - before.length - after.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return { bits: 128, address: groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n) };
}
