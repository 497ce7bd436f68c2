import { model } from "@medusajs/framework/utils"

/** A notice the storefront says it showed while an account was made; the login is known before the account is. */
const ConsentRegistrationNotice = model.define("dk_consent_registration_notice", {
  id: model.id({ prefix: "dkcreg" }).primaryKey(),
  controller_id: model.text(),
  auth_identity_id: model.text(),
  notice_id: model.text(),
})

export default ConsentRegistrationNotice
