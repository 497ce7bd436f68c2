import type { MedusaContainer } from "@medusajs/framework/types"
import { SUBJECT_REQUEST_MODULE } from "../../modules/subject-request"
import type { SubjectRequestModuleService } from "../../modules/subject-request"

export const subjectRequestSettings = (container: MedusaContainer) =>
  container.resolve<SubjectRequestModuleService>(SUBJECT_REQUEST_MODULE).settings
