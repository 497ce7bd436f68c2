import { isIPv6 } from "node:net"

const SHORTENED = /^\[(.*)\]$/
const MAPPED = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/

const bytesOf = (group: string): number[] => {
  const value = Number.parseInt(group, 16)
  return [value >> 8, value & 0xff]
}

/**
 * What is counted of an internet address: of IPv6 the first 64 bits, for whoever has one such address has them all; an IPv4 address
 * in IPv6's writing is that address.
 */
export const networkOf = (ip: string): string => {
  const [address = ""] = ip.split("%")
  if (!isIPv6(address)) return ip
  // One spelling for all: lower case, shortened, IPv4 as two groups.
  const spelled = new URL(`http://[${address}]`).hostname.replace(SHORTENED, "$1")
  const [, high, low] = MAPPED.exec(spelled) ?? []
  if (high !== undefined && low !== undefined) return [...bytesOf(high), ...bytesOf(low)].join(".")
  const [before = "", after] = spelled.split("::")
  const first = before.split(":").filter((group) => group !== "")
  const last = (after ?? "").split(":").filter((group) => group !== "")
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => "0")
  return `${[...first, ...zeros, ...last].slice(0, 4).join(":")}::/64`
}
