/** `known`: printed in examples, so that everybody can sign with it. */
export type SecretStrength = "missing" | "known" | "short" | "good"

const SHORTEST = 32
/** Medusa's default, and words that stand in examples and templates. */
const EXAMPLES =
  /supersecret|something|changeme|change-me|development|example|password|secret-?key|your[-_]/iu

/** How good a secret is; the secret itself goes no further. */
export const strengthOf = (secret: string | undefined): SecretStrength => {
  if (secret === undefined || secret === "") return "missing"
  if (EXAMPLES.test(secret)) return "known"
  return secret.length < SHORTEST || new Set(secret).size < 8 ? "short" : "good"
}
