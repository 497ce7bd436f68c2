/** Countries where the GDPR applies, ISO 3166-1 alpha-2, lower case: the EU with Iceland, Liechtenstein and Norway. */
const EEA = new Set(
  "at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se is li no".split(
    " "
  )
)

/** True where data needs no safeguard of its own (Art. 44 to 46 GDPR). */
export const isInEea = (country: string): boolean => EEA.has(country)
