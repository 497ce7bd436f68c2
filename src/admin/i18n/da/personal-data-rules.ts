export const rule = {
  order_contact: {
    title: "Kontaktoplysninger på ordrer",
    text: "Navn, adresse, mail, telefon og noter, for gæster og konti. Regnes fra leveringen. Venter på reklamationer, tvister og ubetalte fakturaer. Er der ingen faktura, bliver køberens navn og adresse stående, til bogføringsloven slipper dem.",
  },
  inactive_account: {
    title: "Kundekonti",
    text: "Slettes, når ingen har brugt dem så længe. Regnes fra det seneste køb, den seneste kurv eller den måned, kontoen sidst var logget ind.",
  },
  guest_customer: {
    title: "Gæster uden køb",
    text: "Medusa opretter en gæst, når nogen skriver en mail i en kurv. Gæsten går, når der ikke er mere at gemme. Det samme gælder et login, der aldrig blev til en konto.",
  },
  abandoned_cart: {
    title: "Forladte kurve",
    text: "Regnes fra det sidste, der skete i kurven.",
  },
  orphaned_address: {
    title: "Adresser, ingen bruger",
    text: "Adresser, som en kurv eller ordre har skiftet ud.",
  },
  notification: {
    title: "Sendte beskeder",
    text: "Medusas kopier af mails og sms'er.",
  },
  workflow_execution: {
    title: "Systemets mellemregninger",
    text: "Det, Medusa skriver ned undervejs i for eksempel et køb.",
  },
  label_file: {
    title: "Fragtlabels",
    text: "Links til labels. Regnes fra afsendelsen.",
  },
  order_export: {
    title: "Ordreudtræk",
    text: "Filer med alles adresser, hentet fra ordrelisten.",
  },
  former_staff: {
    title: "Tidligere medarbejdere",
    text: "Slettede brugere og gamle invitationer.",
  },
  invoice: {
    title: "Fakturaer",
    text: "Fem år fra regnskabsårets slutning (bogføringsloven § 12).",
  },
  consent_proof: {
    title: "Bevis for samtykker",
    text: "To år efter, at samtykket sidst blev brugt.",
  },
  kept_order: {
    title: "Ordrer uden faktura",
    text: "Køberens navn, adresse og cvr-nummer gemmes fem år fra regnskabsårets slutning (bogføringsloven § 12).",
  },
  invoice_archive: {
    title: "Kopier af fakturaer",
    text: "Fem år fra regnskabsårets slutning (bogføringsloven § 12).",
  },
  invoice_external: {
    title: "Fakturanumre fra andre systemer",
    text: "Fem år fra regnskabsårets slutning (bogføringsloven § 12).",
  },
  cookie_proof: { title: "Bevis for cookievalg", text: "To år efter valget." },
  request_person: {
    title: "Hvem der har bedt om noget",
    text: "Navn, e-mail og begrundelser. 30 dage efter, at sagen er slut og det sidste brev er sendt.",
  },
  request_case: {
    title: "Sager om anmodninger",
    text: "Uden navn. Tre år efter, at sagen er slut.",
  },
  request_recipients: {
    title: "Hvad modtagere har fået besked om",
    text: "Ordrer og tidspunkt. Tre år efter.",
  },
  breach_report: {
    title: "Kunders meldinger om brud",
    text: "Tre måneder efter, at I har taget stilling, og ikke før sagen er afsluttet.",
  },
  breach_case: {
    title: "Brud, og hvem der fik besked",
    text: "Uden navn. Fem år efter, at sagen er afsluttet (databeskyttelsesloven § 41, stk. 7).",
  },
  access_log: {
    title: "Log over, hvem der har set hvad",
    text: "Tolv måneder.",
  },
}
