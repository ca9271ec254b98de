import type { ServiceChunk } from './iam-chunk.ts';
import { readService, type Service } from './iam-service.ts';

/**
 * What AWS documents of its services' actions, resource types and condition keys. The header is read when it is opened,
 * a service when it is first asked for.
 */
export interface IamData {
  readonly source: string;
  /** Of the package that the data was taken from. */
  readonly version: string;
  /** The day of the data, `2026-09-26`. */
  readonly date: string;
  /** Older than a year: that it lacks a name says little. */
  readonly isOld: boolean;
  /** Prefixes of all services, in small letters. */
  readonly prefixes: readonly string[];
  /** Condition keys whose prefix is that of no service, such as `aws:` and `saml:`, with the letter of their type. */
  readonly otherKeys: readonly (readonly [key: string, type: string])[];
  /** The service of a prefix, in any case. */
  readonly findService: (prefix: string) => Service | undefined;
}

/** The head of the baked file. */
export interface IamHeader {
  readonly source: string;
  readonly version: string;
  readonly date: string;
  readonly otherKeys: IamData['otherKeys'];
  /** Prefix and length in bytes of each chunk, in their order. */
  readonly services: readonly (readonly [prefix: string, length: number])[];
}

/**
 * Opens the bytes that `server/tools/iam-data.ts` has written: the length of the header in four bytes, little end first,
 * the header, and a chunk per service; header and chunks are JSON, each compressed alone by Brotli.
 */
export function openIamData(bytes: Uint8Array, decompress: (bytes: Uint8Array) => Uint8Array, now: Date): IamData {
  const { header, prefixes, chunkOf } = readBaked(bytes, decompress);
  const opened = new Map<string, Service>();
  return {
    ...header,
    isOld: isOlderThanYear(header.date, now),
    prefixes,
    findService(given) {
      // Nearly all are written in small letters.
      const prefix = opened.has(given) ? given : given.toLowerCase();
      const known = opened.get(prefix);
      if (known !== undefined) return known;
      const chunk = chunkOf(prefix);
      if (chunk === undefined) return undefined;
      const service = readService(prefix, chunk as ServiceChunk);
      opened.set(prefix, service);
      return service;
    },
  };
}

/** A baked file: its header is read at once, a chunk when it is asked for; undefined for a prefix that is not there. */
export function readBaked(
  bytes: Uint8Array,
  decompress: (bytes: Uint8Array) => Uint8Array,
): {
  readonly header: Omit<IamHeader, 'services'>;
  readonly prefixes: readonly string[];
  readonly chunkOf: (prefix: string) => unknown;
} {
  const read = (from: number, length: number): unknown =>
    JSON.parse(new TextDecoder().decode(decompress(bytes.subarray(from, from + length))));
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { services, ...header } = read(4, headerLength) as IamHeader;
  const places = new Map<string, { readonly from: number; readonly length: number }>();
  services.reduce((from, [prefix, length]) => {
    places.set(prefix, { from, length });
    return from + length;
  }, 4 + headerLength);
  return {
    header,
    prefixes: [...places.keys()],
    chunkOf(prefix) {
      const place = places.get(prefix);
      return place && read(place.from, place.length);
    },
  };
}

function isOlderThanYear(date: string, now: Date): boolean {
  const end = new Date(`${date}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  return now > end;
}
