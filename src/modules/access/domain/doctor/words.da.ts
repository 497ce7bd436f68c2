import type { DoctorWords } from "./finding"

export const da: DoctorWords = {
  https: { says: "Alle adresser bruger HTTPS eller bliver på denne maskine." },
  https_missing: {
    says: "Adressen i {option} bruger ikke HTTPS: navne og login kan læses undervejs.",
    todo: "Få et certifikat, og skriv https:// i {option}.",
  },
  cookies: { says: "Sessionscookien er beskyttet." },
  cookie_not_secure: {
    says: "Sessionscookien sendes også over forbindelser uden kryptering.",
    todo: "Fjern secure: false fra projectConfig.cookieOptions.",
  },
  cookie_read_by_scripts: {
    says: "Scripts på en side kan læse sessionscookien.",
    todo: "Fjern httpOnly: false fra projectConfig.cookieOptions.",
  },
  cookie_across_sites: {
    says: "Sessionscookien sendes med, når andre websteder kalder serveren.",
    todo: "Sæt projectConfig.cookieOptions.sameSite til lax, medmindre Admin og server har hvert sit domæne.",
  },
  secrets: { says: "Alle hemmeligheder er lange og ikke taget fra et eksempel." },
  secret_missing: {
    says: "{option} er ikke sat.",
    todo: "Lav en med: openssl rand -hex 32",
  },
  secret_known: {
    says: "{option} står i eksempler, så alle kan forfalske det, den underskriver.",
    todo: "Lav en ny med: openssl rand -hex 32",
  },
  secret_short: {
    says: "{option} er for kort eller for enkel til at modstå gæt.",
    todo: "Lav en ny med: openssl rand -hex 32",
  },
  secret_shared: {
    says: "Login og cookies er underskrevet med den samme hemmelighed.",
    todo: "Giv http.jwtSecret og http.cookieSecret hver sin.",
  },
  database_local: { says: "Databasen er på denne maskine." },
  database: { says: "Forbindelsen til databasen er krypteret, og dens certifikat kontrolleres." },
  database_plain: {
    says: "Forbindelsen til databasen er ikke krypteret.",
    todo: "Slå TLS til i projectConfig.databaseDriverOptions.connection.ssl, eller tilføj sslmode=verify-full til adressen.",
  },
  database_unverified: {
    says: "Forbindelsen til databasen er krypteret, men enhver kan udgive sig for at være databasen.",
    todo: "Giv projectConfig.databaseDriverOptions.connection.ssl udbyderens ca, og fjern rejectUnauthorized: false.",
  },
  evidence: { says: "Alle beviser er beskyttet mod ændringer." },
  evidence_unguarded: {
    says: "Disse tabeller rummer beviser og er ikke beskyttet mod ændringer: {tables}.",
    todo: "Find ud af, hvem der fjernede beskyttelsen. Hent den fra en kopi af databasens skema eller med en migration, der kalder evidenceTableUp.",
  },
  files: { says: "Private filer vises ikke for alle. Gemte ordreeksporter: {count}." },
  files_served: {
    says: "Private filer ligger i mappen static, som alle kan læse, der kender eller gætter et navn.",
    todo: "Brug en filudbyder, der holder private filer for sig, for eksempel S3.",
  },
  exports_served: {
    says: "Ordreeksporter, som alle kan læse, der kender eller gætter et navn: {count}. Hver rummer alle kunders navne og adresser.",
    todo: "Brug en filudbyder, der holder private filer for sig, for eksempel S3. Eksporter slettes af sig selv efter syv dage.",
  },
  exports_overdue: {
    says: "Ordreeksporter, der skulle være slettet og ikke kunne slettes: {count}.",
    todo: "Søg efter dk-personal-data i serverens log, og slet filerne hos filudbyderen.",
  },
  staff: { says: "Alle brugere har en rolle: {count}." },
  staff_alone: {
    says: "Den eneste bruger har ingen rolle.",
    todo: "Gør dig selv til ejer i Admin, før du inviterer andre: Persondata, Adgang.",
  },
  staff_unlimited: {
    says: "Adgang er ikke begrænset: {count} medarbejdere kan se alle kunder.",
    todo: "Giv dem roller i Admin: Persondata, Adgang.",
  },
  staff_unlimited_one: {
    says: "Adgang er ikke begrænset: én bruger uden en rolle kan se alle kunder.",
    todo: "Giv brugeren en rolle i Admin: Persondata, Adgang.",
  },
  rbac_on: {
    says: "Medusas egen adgangskontrol (RBAC) er slået til og bestemmer, hvad hver bruger ser. Hvem der ser alle, tjekkes ikke her.",
  },
  rbac_off: {
    says: "Medusas egen adgangskontrol (RBAC) er slået fra; pluginet kontrollerer selv rollerne.",
  },
  worker: { says: "Baggrundsjob kørte for {minutes} minutter siden." },
  worker_never: {
    says: "Baggrundsjob har ikke kørt endnu. Uden dem bliver intet slettet, faktureret eller sendt til tiden.",
    todo: "Vent fem minutter efter første start. Se så efter, at en server kører med workerMode shared eller worker; denne er {mode}.",
  },
  worker_silent: {
    says: "Baggrundsjob har ikke kørt i {minutes} minutter. Intet bliver slettet, faktureret eller sendt til tiden.",
    todo: "Start en server med workerMode shared eller worker; denne er {mode}. Se i dens log.",
  },
  email: { says: "En udbyder sender e-mail." },
  email_missing: {
    says: "Intet sender e-mail: fakturaer og svar til kunder bliver her.",
    todo: "Tilføj en notifikationsudbyder til kanalen email i medusa-config.ts.",
  },
  vat: { says: "Salg i Danmark får moms." },
  vat_elsewhere: { says: "Ingen region sælger i Danmark, så der kræves ikke dansk moms." },
  vat_missing: {
    says: "Danmark har ingen momssats: alt, der sælges dér, faktureres som momsfritaget.",
    todo: "Giv Danmark standardsatsen 25 i Admin: Indstillinger, Momsregioner. Lad det kun være, hvis butikken er fritaget.",
  },
  engines: {
    says: "Hændelser, workflows og låse deles af alle servere og overlever en genstart.",
  },
  engines_in_development: {
    says: "Hændelser, workflows og låse ligger i hukommelsen. Det er fint under udvikling.",
  },
  event_bus_in_memory: {
    says: "Hændelser venter i hukommelsen: de er tabt ved en genstart, og en anden server hører aldrig om dem.",
    todo: "Sæt Medusas event bus op med Redis.",
  },
  workflow_engine_in_memory: {
    says: "Workflows kører i hukommelsen: det, der er i gang, er tabt ved en genstart, og hver server kører de planlagte job.",
    todo: "Sæt Medusas workflow engine op med Redis.",
  },
  locking_in_memory: {
    says: "Medusas låse ligger i hukommelsen: to servere kender ikke hinandens.",
    todo: "Sæt Medusas locking op med Redis eller Postgres, medmindre der kun er én server.",
  },
  indexes: { says: "Alle hjælpeindekser er der." },
  indexes_not_needed: {
    says: "Hjælpeindekser, som en butik af denne størrelse ikke har brug for: {count}.",
  },
  indexes_lacking: {
    says: "Hjælpeindekser, der mangler: {count}. Det er langsomt at finde én person i en butik af denne størrelse.",
    todo: "Kør: npx medusa-plugin-denmark indexes --create",
  },
}
