import type { PrivacyWords } from "./words"

export const da: PrivacyWords = {
  file: "mine-oplysninger.zip",
  loading: "Henter …",
  again: "Prøv igen",
  optional: "valgfrit",
  ask: {
    title: "Hvad vil du bede om?",
    intro: "Vælg her. Du får en mail, hvor du bekræfter, at det er dig. Det koster ikke noget.",
    signed_in_intro: "Vælg her. Vi går i gang med det samme, for vi kan se, at det er dig.",
    choose: "Vælg én",
    kinds: {
      information: {
        title: "Hvordan bruger I mine oplysninger?",
        explained:
          "Få at vide, hvad vi bruger dem til, hvem der får dem, og hvor længe vi gemmer dem.",
      },
      access: {
        title: "Indsigt: se mine oplysninger",
        explained: "Få en kopi af det, vi har om dig, med en side, du kan læse.",
      },
      portability: {
        title: "Dataportabilitet: tage mine oplysninger med",
        explained: "Få det, du selv har givet os, i en fil, som andre systemer kan læse.",
      },
      rectification: {
        title: "Rettelse: noget er forkert",
        explained: "Skriv nedenfor, hvad der er forkert, og hvad der er rigtigt.",
      },
      erasure: {
        title: "Sletning: slet mine oplysninger",
        explained:
          "Vi sletter alt, som ingen lov kræver, at vi gemmer. Fakturaer gemmer vi i fem år.",
      },
      restriction: {
        title: "Begrænsning: sæt brugen på pause",
        explained: "Vi opbevarer kun dine oplysninger, mens en uenighed bliver afklaret.",
      },
      objection_marketing: {
        title: "Indsigelse: ingen markedsføring",
        explained: "Så sender vi dig ikke tilbud og nyheder mere, heller ikke senere.",
      },
      objection_automated: {
        title: "Indsigelse: et menneske skal se på det",
        explained: "Har et system afgjort noget om dig, ser et menneske på det igen.",
      },
      consent_withdrawal: {
        title: "Træk et samtykke tilbage",
        explained: "Du kan altid sige nej til det, du før har sagt ja til.",
      },
    },
    message: "Vil du skrive mere?",
    message_hint: "For eksempel hvad der er forkert. Skriv ikke dit CPR-nummer.",
    email: "Din e-mail",
    email_hint: "Brug den adresse, du har handlet med.",
    send: "Send",
    sent_title: "Se efter i din indbakke",
    sent: "Hvis du har skrevet din egen e-mail, får du nu en mail med et link. Først når du bruger det, går vi i gang.",
    sent_hint:
      "Kommer der ingen mail inden for ti minutter, så se efter i uønsket post, eller tjek, at adressen er rigtig.",
    another: "Bed om noget andet",
    received: "Vi har modtaget det, du beder om.",
    errors: {
      kind: "Vælg, hvad du vil bede om.",
      email_missing: "Skriv din e-mail, så vi kan svare.",
      email: "Skriv en e-mailadresse, for eksempel navn@eksempel.dk.",
      message: "Teksten kan ikke bruges sådan. Skriv højst 5.000 tegn.",
    },
  },
  confirm: {
    title: "Er det dig, der har spurgt?",
    text: "Du er kommet hertil med linket fra vores mail. Tryk på knappen, så går vi i gang.",
    button: "Ja, gå i gang",
    done: "Tak. Vi er gået i gang.",
    dead_title: "Linket virker ikke længere",
    dead: "Måske er det brugt, for gammelt, eller dine oplysninger er slettet. Du kan altid bede om et nyt.",
    ask_again: "Bed om et nyt link",
  },
  follow: {
    title: "Det har du bedt om",
    mailed: "Det har du bedt om med et link fra en mail",
    none: "Du har ikke bedt om noget endnu.",
    refresh: "Opdater",
    refreshed: "Opdateret.",
    states: {
      received: "Modtaget",
      identity_check: "Vi har spurgt dig om noget",
      in_progress: "Vi er i gang",
      planned: "Bliver færdig af sig selv",
      completed: "Færdig",
      partly_completed: "Færdig, noget er tilbage",
      refused: "Afvist",
      withdrawn: "Trukket tilbage",
    },
    received_on: "Modtaget",
    answer_by: "Du får svar senest",
    limit: "Lovens frist",
    extended: "Vi har brug for mere tid og har skrevet til dig om hvorfor.",
    identity:
      "Vi er ikke sikre på, at det er dig, og har skrevet til dig. Svar på mailen, så går vi videre.",
    planned: (orders, by) =>
      [
        "Vi sletter, hvad vi kan.",
        orders === ""
          ? "Resten slettes af sig selv"
          : `Ordre ${orders} er ikke afsluttet; når det er sket, slettes resten af sig selv`,
      ].join(" ") + (by === null ? "." : `, senest den ${by}.`),
    decided: {
      completed: (day) => `Færdig den ${day}.`,
      partly_completed: (day) =>
        `Færdig den ${day}. Noget er ikke slettet eller ændret; vores brev siger hvad og hvorfor.`,
      refused: (day) => `Vi kunne ikke sige ja. Det besluttede vi den ${day}.`,
      withdrawn: (day) => `Trukket tilbage den ${day}.`,
    },
    grounds: {
      not_identified:
        "Vi kan ikke se, at oplysningerne er dine (databeskyttelsesforordningen art. 11 og 12, stk. 6).",
      unfounded: "Anmodningen er åbenbart grundløs (art. 12, stk. 5).",
      excessive: "Anmodningen er overdreven, for eksempel fordi den gentages (art. 12, stk. 5).",
      others_rights: "Den ville krænke andres rettigheder (art. 15, stk. 4).",
      legal_obligation: "En lov kræver, at vi beholder oplysningerne (art. 17, stk. 3, litra b).",
      legal_claims: "Vi har brug for oplysningerne i en tvist (art. 17, stk. 3, litra e).",
      not_covered: "Retten gælder ikke for det, du beder om.",
    },
    complaint:
      "Er du utilfreds, kan du klage til Datatilsynet (datatilsynet.dk) eller gå til domstolene.",
    kept: "Det gemmer vi, fordi en lov kræver det",
    kept_row: (what, number, day) =>
      `${what === "document" ? "Faktura nr." : "Ordre"} ${number}${day === null ? "" : `, til og med den ${day}`}`,
  },
  archive: {
    title: "Din kopi",
    text: "En ZIP-fil med en side, du kan læse, og filer, som andre systemer kan læse. Gem den et sikkert sted.",
    wait: "Vi ser på kopien først, så du ikke får andres oplysninger. Har du en konto, så log ind og bed om det der; så kan du hente den med det samme.",
    button: "Hent mine oplysninger",
    left: (times) =>
      times === 1 ? "Kan hentes én gang mere" : `Kan hentes ${times.toString()} gange mere`,
    until: (day) => `til og med den ${day}`,
    used_up: "Kopien er hentet så mange gange, den kan. Bed om indsigt igen for at få en ny.",
    busy: "Vi laver kopien …",
    done: "Kopien er hentet.",
  },
  held: {
    title: "Det har vi om dig",
    intro: "Talt op lige nu. Vil du se det hele, så bed om indsigt.",
    guest:
      "Her kan vi ikke vise, hvad vi har, for vi ved ikke, hvem du er. Bed om indsigt, så får du en mail med et link. Har du en konto, så log ind.",
    guest_button: "Bed om indsigt",
    login: "Log ind",
    nothing: "Vi har ingen oplysninger om dig.",
    rows: (count) => count.toString(),
    used_for: "Det bruger vi det til",
    because: "Fordi",
    how_long: "Så længe gemmer vi det",
    documents: "Fakturaer, som bogføringsloven kræver, at vi gemmer",
  },
  consents: {
    title: "Det har du sagt ja til",
    intro: "Du kan altid trække et ja tilbage. Det gælder med det samme.",
    none: "Du har ikke sagt ja til noget, der kan trækkes tilbage.",
    purposes: {
      newsletter: "Nyhedsbrev",
      similar_products: "Tilbud på lignende varer",
    },
    channels: { email: "e-mail", sms: "sms" },
    soft_opt_in: "Det får du, fordi du har handlet hos os og ikke har sagt nej.",
    since: (day) => `Siden den ${day}`,
    withdraw: "Træk tilbage",
    withdrawn: "Trukket tilbage. Du får det ikke mere.",
    stop: "Stop al markedsføring",
    stopped: "Du får ikke mere markedsføring.",
  },
  breach: {
    title: "Fortæl os om et brud",
    intro:
      "Har du fået en andens mail, pakke eller faktura, eller tror du, at nogen har set dine oplysninger hos os? Skriv det med det samme.",
    message: "Hvad er der sket?",
    message_hint: "Skriv også hvornår. Skriv ikke CPR-numre, kortnumre eller adgangskoder.",
    email: "Din e-mail",
    email_hint: "Så kan vi spørge dig, hvis vi har brug for at vide mere.",
    send: "Send til butikken",
    sent_title: "Tak, vi har modtaget det",
    sent: "Vi ser på det hurtigst muligt. Har du fået noget, der er en andens, så vis det ikke for andre.",
    another: "Fortæl om noget andet",
    errors: {
      message_missing: "Skriv, hvad der er sket.",
      message: "Teksten kan ikke bruges sådan. Skriv højst 5.000 tegn.",
      email: "Skriv en e-mailadresse, for eksempel navn@eksempel.dk, eller lad feltet være tomt.",
    },
  },
  signed_out: "Du er ikke logget ind længere. Log ind igen.",
  failed: "Det gik galt hos os. Prøv igen om lidt.",
  no_answer: "Butikken svarer ikke lige nu. Tjek din forbindelse, og prøv igen.",
  too_often: (minutes) =>
    minutes <= 1
      ? "Der er spurgt for mange gange. Prøv igen om et minut."
      : `Der er spurgt for mange gange. Prøv igen om ${minutes.toString()} minutter.`,
}
