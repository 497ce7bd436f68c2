/**
 * True for the address that stands where an erased person's stood (`erased+<id>@invalid.invalid`, RFC 2606), in any
 * case: it is nobody's, and nothing is sent to it.
 */
export const isErasedAddress = (address: string): boolean =>
  /@invalid\.invalid>?\s*$/i.test(address)

/** One of several addresses; a name in quotes may hold commas. */
const ONE_ADDRESS = /(?:"(?:\\.|[^"\\])*"|[^,])+/g

/** A mail's `to` without erased persons: null when nobody is left, and as it was when nobody is erased. */
export const withoutErased = (to: string): string | null => {
  const addresses = to.match(ONE_ADDRESS) ?? []
  const others = addresses.filter((address) => !isErasedAddress(address))
  if (others.length === addresses.length) return to
  return others.length === 0 ? null : others.map((address) => address.trim()).join(", ")
}
