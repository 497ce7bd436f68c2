import { ApiError } from "../../../shared/api"
import { useRoles } from "../hooks/use-roles"
import { LogSection } from "./log-section"
import { RolesSection } from "./roles-section"

/** Who may see what, and who looked. Without the right it says so once. */
export const AccessPage = () => {
  const { error } = useRoles()
  const isForbidden = error instanceof ApiError && error.status === 403
  return (
    <div className="flex flex-col gap-y-3">
      <RolesSection />
      {!isForbidden && <LogSection />}
    </div>
  )
}
