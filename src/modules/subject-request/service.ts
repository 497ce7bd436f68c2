import { MedusaService } from "@medusajs/framework/utils"
import SubjectRequestEvent from "./models/event"
import SubjectRecipient from "./models/recipient"
import SubjectRecipientTask from "./models/recipient-task"
import SubjectRequestLetter from "./models/letter"
import SubjectRequestReason from "./models/reason"
import SubjectRequest from "./models/request"
import { parseSubjectRequestOptions } from "./options"
import type { SubjectRequestSettings } from "./options"

/** Keeps people's requests and their timelines. The work is done by the workflows. */
class SubjectRequestModuleService extends MedusaService({
  SubjectRequest,
  SubjectRequestEvent,
  SubjectRequestLetter,
  SubjectRequestReason,
  SubjectRecipient,
  SubjectRecipientTask,
}) {
  readonly settings: SubjectRequestSettings

  constructor(container: object, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parseSubjectRequestOptions(options)
  }
}

export default SubjectRequestModuleService
