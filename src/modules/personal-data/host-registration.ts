import { registerError } from "./options"
import type { PersonalDataSettings } from "./options"
import { findRegistrationConflict, registerHostVeto, registerPersonalData } from "./registry"

/**
 * Registers what the store's options say of its own modules. Each start does it anew; the same again changes nothing.
 *
 * @throws invalid_argument naming the option, table and column that is declared already, differently
 */
export const registerHost = ({
  register,
  veto,
}: Pick<PersonalDataSettings, "register" | "veto">): void => {
  register.forEach((registration, index) => {
    const conflict = findRegistrationConflict(registration)
    if (conflict !== null) throw registerError(index, conflict)
    registerPersonalData(registration)
  })
  if (veto) registerHostVeto(veto)
}
