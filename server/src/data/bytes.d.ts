/** Baked files, which the bundler carries as bytes. */
declare module '*.bin' {
  const bytes: Uint8Array;
  export default bytes;
}
