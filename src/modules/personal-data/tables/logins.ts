import { by, table } from "../domain/table-map"
import type { TableMap } from "../domain/table-map"
import { ABOUT, LINK, META, SECRET, SHOP, given, observed } from "./rules"

/** Logins of customers; secrets are never exported. */
export const LOGINS_TABLES: readonly TableMap[] = [
  table("auth_mfa_recovery_code")
    .of(by("auth_identity_id", "auth_identity"))
    .column("code_hash", SECRET)
    .contextOf(["id"], ABOUT)
    .freeOf(["auth_identity_id"], LINK)
    .removed(),
  table("auth_mfa_factor")
    .of(by("auth_identity_id", "auth_identity"))
    .column("provider_metadata", SECRET)
    .column("metadata", META)
    .contextOf(["id"], ABOUT)
    .freeOf(["auth_identity_id"], LINK)
    .freeOf(["provider", "status"], SHOP)
    .removed(),
  table("auth_password_reset_token")
    .of(by("auth_identity_id", "auth_identity"))
    .column("entity_id", given("login"))
    .column("token_hash", SECRET)
    .contextOf(["id"], ABOUT)
    .freeOf(["auth_identity_id", "provider_identity_id"], LINK)
    .removed(),
  table("auth_verification")
    .of(by("auth_identity_id", "auth_identity"))
    .column("entity_id", given("login"))
    .column("provider_metadata", SECRET)
    .column("metadata", META)
    .contextOf(["id"], ABOUT)
    .freeOf(["auth_identity_id"], LINK)
    .freeOf(["entity_type", "code_provider"], SHOP)
    .removed(),
  table("provider_identity")
    .of(by("auth_identity_id", "auth_identity"))
    .columnsOf(["entity_id", "user_metadata"], given("login"))
    .column("provider_metadata", SECRET)
    .contextOf(["id", "provider", "created_at"], ABOUT)
    .freeOf(["auth_identity_id"], LINK)
    .removed(),
  table("auth_identity")
    .of(by("id", "auth_identity"))
    .column("app_metadata", observed("login", "null"))
    .contextOf(["id"], ABOUT)
    .removed(),
]
