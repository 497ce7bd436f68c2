/** Why a sentence does not hold, and what to write. The page docs/law/sentences-that-are-void.md says more. */
export const consentHints = {
  placeholder: "Her mangler noget, som kun butikken ved.",
  only_internally:
    "Det er ikke sandt, når Nets, et fragtfirma eller en server får oplysninger. Skriv, hvem der får dem.",
  never_shared:
    "Det løfte brydes med den første pakke. Skriv, hvem der får oplysninger, og at I ikke sælger dem.",
  consent_by_buying:
    "Et køb eller en konto er ikke et samtykke. Ordren bygger på aftalen, fakturaen på loven; skriv det.",
  consent_by_browsing:
    "At bruge siden er ikke et samtykke. Skriv, at I kun sætter de nødvendige cookies, før kunden har valgt.",
  automatic_newsletter:
    "Nyhedsbrev kræver et ja først, eller et køb, hvor kunden kunne sige nej (markedsføringsloven § 10).",
  as_long_as_needed:
    "Det siger ikke noget. Skriv, hvor længe, eller hvordan man regner det ud (artikel 13, stk. 2, litra a).",
  years_from_purchase:
    "Fristen regnes fra udgangen af regnskabsåret, ikke fra købet (bogføringsloven § 12).",
  old_bookkeeping_paragraph: "Det var den gamle lov. Nu er det bogføringslovens § 12.",
  old_data_act:
    "Persondataloven gælder ikke mere. Skriv databeskyttelsesforordningen eller databeskyttelsesloven.",
  nemid: "NemID er lukket. Skriv MitID.",
  only_hacking:
    "Alle brud tæller: en mail til den forkerte, en tabt telefon, en fejl. Skriv det, så alle er med.",
  no_liability: "Den dataansvarlige har ansvaret efter loven og kan ikke skrive det væk.",
  facebook_alone:
    "Med en side, en knap eller en pixel er I og Meta ansvarlige sammen. Skriv, hvad der sker.",
  change_without_telling:
    "Kunderne skal have besked, før oplysninger bruges til noget nyt (artikel 13, stk. 3).",
  fee_for_access:
    "Indsigt er gratis. Kun åbenbart grundløse eller overdrevne krav kan koste noget.",
  identity_papers:
    "Bed kun om legitimation, når I har grund til at tvivle på, hvem der spørger (artikel 12, stk. 6).",
  closed_platform:
    "EU's klageportal lukkede den 20. juli 2025. Skriv Nævnenes Hus, naevneneshus.dk.",
}
