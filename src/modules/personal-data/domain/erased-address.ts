/**
 * True for the address that stands where an erased person's stood (`erased+<id>@invalid.invalid`, RFC 2606), in any
 * case: it is nobody's, and nothing is sent to it.
 */
export const isErasedAddress = (address: string): boolean =>
  /@invalid\.invalid>?\s*$/i.test(address)
