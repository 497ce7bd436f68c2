import type { DoctorWords } from "./finding"

export const en: DoctorWords = {
  https: { says: "All addresses use HTTPS, or stay on this machine." },
  https_missing: {
    says: "The address in {option} does not use HTTPS: names and logins can be read on the way.",
    todo: "Get a certificate and write https:// in {option}.",
  },
  cookies: { says: "The session cookie is protected." },
  cookie_not_secure: {
    says: "The session cookie is sent over unencrypted connections too.",
    todo: "Remove secure: false from projectConfig.cookieOptions.",
  },
  cookie_read_by_scripts: {
    says: "Scripts of a page can read the session cookie.",
    todo: "Remove httpOnly: false from projectConfig.cookieOptions.",
  },
  cookie_across_sites: {
    says: "The session cookie is sent with requests that other sites start.",
    todo: "Set projectConfig.cookieOptions.sameSite to lax, unless Admin and server have different domains.",
  },
  secrets: { says: "All secrets are long and not the ones of an example." },
  secret_missing: {
    says: "{option} is not set.",
    todo: "Make one with: openssl rand -hex 32",
  },
  secret_known: {
    says: "{option} stands in examples, so anybody can forge what it signs.",
    todo: "Make a new one with: openssl rand -hex 32",
  },
  secret_short: {
    says: "{option} is too short or too simple to withstand guessing.",
    todo: "Make a new one with: openssl rand -hex 32",
  },
  secret_shared: {
    says: "Logins and cookies are signed with the same secret.",
    todo: "Give http.jwtSecret and http.cookieSecret one each.",
  },
  database_local: { says: "The database is on this machine." },
  database: {
    says: "The connection to the database is encrypted, and its certificate is checked.",
  },
  database_plain: {
    says: "The connection to the database is not encrypted.",
    todo: "Turn TLS on in projectConfig.databaseDriverOptions.connection.ssl, or add sslmode=verify-full to the address.",
  },
  database_unverified: {
    says: "The connection to the database is encrypted, but anybody can pretend to be the database.",
    todo: "Give projectConfig.databaseDriverOptions.connection.ssl the provider's ca and leave out rejectUnauthorized: false.",
  },
  evidence: { says: "All evidence is protected against changes." },
  evidence_unguarded: {
    says: "These tables hold evidence and are not protected against changes: {tables}.",
    todo: "Find out who removed the guard. Bring it back from a copy of the database's schema, or with a migration that calls evidenceTableUp.",
  },
  files: { says: "Private files are not served to everybody. Order exports stored: {count}." },
  files_served: {
    says: "Private files lie in the folder static, which everybody can read who knows or guesses a name.",
    todo: "Use a file provider that keeps private files apart, such as S3.",
  },
  exports_served: {
    says: "Order exports that everybody can read who knows or guesses a name: {count}. Each holds the names and addresses of all customers.",
    todo: "Use a file provider that keeps private files apart, such as S3. Exports go by themselves after seven days.",
  },
  exports_overdue: {
    says: "Order exports that should be deleted and could not be: {count}.",
    todo: "Look for dk-personal-data in the server's log, and delete the files at the file provider.",
  },
  staff: { says: "Every user has a role: {count}." },
  staff_alone: {
    says: "The only user has no role.",
    todo: "Make yourself owner in Admin before you invite others: Personal data, Access.",
  },
  staff_unlimited: {
    says: "Access is not limited: {count} users can see all customers.",
    todo: "Give them roles in Admin: Personal data, Access.",
  },
  staff_unlimited_one: {
    says: "Access is not limited: one user without a role can see all customers.",
    todo: "Give them a role in Admin: Personal data, Access.",
  },
  rbac_on: {
    says: "Medusa's own access control (RBAC) is on and decides what each user sees. Who sees everyone is not checked here.",
  },
  rbac_off: { says: "Medusa's own access control (RBAC) is off; the plugin checks roles itself." },
  worker: { says: "Background jobs ran {minutes} minutes ago." },
  worker_never: {
    says: "Background jobs have not run yet. Without them nothing is erased, invoiced or sent when it is due.",
    todo: "Wait five minutes after the first start. Then see that one server runs with workerMode shared or worker; this one is {mode}.",
  },
  worker_silent: {
    says: "Background jobs have not run for {minutes} minutes. Nothing is erased, invoiced or sent when it is due.",
    todo: "Start a server with workerMode shared or worker; this one is {mode}. Look at its log.",
  },
  email: { says: "A provider sends e-mail." },
  email_missing: {
    says: "Nothing sends e-mail: invoices and answers to customers stay here.",
    todo: "Add a notification provider for the channel email to medusa-config.ts.",
  },
  vat: { says: "Sales in Denmark get VAT." },
  vat_elsewhere: { says: "No region sells in Denmark, so no Danish VAT is asked for." },
  vat_missing: {
    says: "Denmark has no VAT rate: everything sold there is invoiced as exempt from VAT.",
    todo: "Give Denmark a default rate of 25 in Admin: Settings, Tax Regions. Leave it only if the shop is exempt.",
  },
  engines: { says: "Events, workflows and locks are shared by all servers and survive a restart." },
  engines_in_development: {
    says: "Events, workflows and locks are kept in memory. That is fine for development.",
  },
  event_bus_in_memory: {
    says: "Events wait in memory: they are lost at a restart, and another server never hears of them.",
    todo: "Configure Medusa's event bus for Redis.",
  },
  workflow_engine_in_memory: {
    says: "Workflows run in memory: what is under way is lost at a restart, and every server runs the scheduled jobs.",
    todo: "Configure Medusa's workflow engine for Redis.",
  },
  locking_in_memory: {
    says: "Medusa's locks are kept in memory: two servers know nothing of each other's.",
    todo: "Configure Medusa's locking for Redis or Postgres, unless there is one server.",
  },
  indexes: { says: "All helper indexes are there." },
  indexes_not_needed: { says: "Helper indexes that a store of this size does not need: {count}." },
  indexes_lacking: {
    says: "Helper indexes that are lacking: {count}. Finding one person is slow in a store of this size.",
    todo: "Run: npx medusa-plugin-denmark indexes --create",
  },
}
