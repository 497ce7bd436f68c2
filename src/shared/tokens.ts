import { createHmac, timingSafeEqual } from "node:crypto"

/** Keys for the plugin's tokens: the current one signs, the previous ones are still accepted. */
export type Secrets = {
  current: { id: string; key: string }
  previous: { id: string; key: string }[]
}

const TOKEN_LENGTH = 64

const digest = (key: string, purpose: string, id: string): string =>
  createHmac("sha256", key).update(`${purpose}\n${id}`).digest("hex").slice(0, TOKEN_LENGTH)

/** The token of one purpose and id: the first 64 hex digits of HMAC-SHA-256 over both, with the current key. */
export const createToken = (secrets: Secrets, purpose: string, id: string): string =>
  digest(secrets.current.key, purpose, id)

/** The token under every key, the current first: what may be stored of one purpose and id. */
export const tokensOf = (
  { current, previous }: Secrets,
  purpose: string,
  id: string
): [string, ...string[]] => [
  digest(current.key, purpose, id),
  ...previous.map(({ key }) => digest(key, purpose, id)),
]

/** True when the token was made for this purpose and id with the current or a previous key. Constant time. */
export const verifyToken = (
  secrets: Secrets,
  purpose: string,
  id: string,
  token: string | undefined
): boolean => {
  const given = Buffer.from(token ?? "")
  return tokensOf(secrets, purpose, id).some((made) => {
    const expected = Buffer.from(made)
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}
