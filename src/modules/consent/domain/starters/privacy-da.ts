import { countryName, listOf } from "./facts"
import type { Controller, PolicyFacts, StarterRecipient } from "./facts"

const PURPOSES: Readonly<Record<string, string>> = {
  sale: "salg",
  delivery: "levering",
  payment: "betaling",
  account: "konto og login",
  service: "kundeservice",
  bookkeeping: "bogføring",
  marketing: "markedsføring",
  accountability: "dokumentation",
  operation: "drift",
  administration: "administration",
}

/** How long a kind of data is kept, as the policy declares it. */
export const DEADLINES_DA: Readonly<Record<string, string>> = {
  erasure: "til du beder os slette dem, eller til vi selv gør det",
  short: "kort tid af tekniske grunde",
  bookkeeping: "fem år efter udgangen af regnskabsåret",
  evidence: "som bevis, så længe nogen kan rejse et krav",
  consent: "to år efter sidste brug eller tilbagetrækning",
}

const recipient = (to: StarterRecipient): string => {
  const purposes = to.purposes.map((purpose) => PURPOSES[purpose] ?? purpose).join(", ")
  const outside = to.needs_safeguard
    ? " [Skriv, hvad der beskytter oplysningerne uden for EU/EØS.]"
    : ""
  const safeguard = to.safeguard === null ? "" : ` Beskyttelse: ${to.safeguard}.`
  return `${to.name} i ${countryName(to.country, "da")}: ${purposes}.${safeguard}${outside}`
}

const opening = ({ name, cvr, address, email, phone, dpo }: Controller): string =>
  [
    `${name} (CVR ${cvr}), ${address}, er ansvarlig for de oplysninger, vi har om dig. Skriv til ${email}${phone === undefined ? "" : ` eller ring på ${phone}`}.`,
    dpo === undefined ? "" : ` Vores databeskyttelsesrådgiver: ${dpo}.`,
  ].join("")

const reasons = (has: (category: string) => boolean): string =>
  listOf([
    "Når du køber, gemmer vi dit navn, din adresse, e-mail og telefon, hvad du har købt, og hvordan det er betalt. Det skal vi bruge for at levere, fakturere og hjælpe dig med retur og reklamation (aftalen med dig, databeskyttelsesforordningens artikel 6, stk. 1, litra b).",
    has("company") &&
      "Køber du for et firma, en forening eller en myndighed, gemmer vi også CVR- eller EAN-nummer og de referencer, du skriver. Vi slår navn og adresse op i CVR-registret (litra b, og vores interesse i at sende fakturaen til den rette, litra f).",
    has("account") &&
      "Har du en konto, gemmer vi navn, e-mail, telefon, adresser og dit login. Din adgangskode gemmes kun, så ingen kan læse den (litra b).",
    has("cart") && "Lægger du noget i kurven, husker vi det, så du kan købe det senere (litra b).",
    has("invoice") &&
      "Fakturaer og kreditnotaer gemmer vi, fordi bogføringsloven kræver det (litra c).",
    has("consent") &&
      "Vi gemmer, hvilke tekster du har fået vist, og hvad du har sagt ja eller nej til, så vi kan bevise det (vores interesse i at kunne dokumentere det, litra f).",
    "Nyhedsbrev og tilbud får du kun, hvis du har sagt ja (litra a), eller om lignende varer, hvis du har købt hos os og ikke sagde nej tak, da vi spurgte (markedsføringsloven § 10, stk. 2, og litra f).",
    has("technical") &&
      "Vores server gemmer kortvarigt tekniske spor, så butikken kan køre sikkert (litra f).",
  ])

const deadlines = (has: (category: string) => boolean): string =>
  listOf([
    has("invoice") &&
      "Fakturaer og kreditnotaer: fem år efter udgangen af det regnskabsår, de hører til (bogføringsloven § 12). Derefter slettes de.",
    has("consent") &&
      "Beviset for, hvad du har sagt ja eller nej til: to år efter, at det sidst blev brugt eller trukket tilbage.",
    has("consent") &&
      "Har du sagt nej til markedsføring: en kode, som er regnet ud af din adresse med en hemmelig nøgle, og som ikke kan regnes tilbage. Den gemmer vi også efter sletning, så vi kan holde dit nej, indtil du siger ja igen.",
    "Konto, kurve og resten af dine ordrer: til du beder os slette dem. Ellers sletter vi dem selv [skriv hvornår, fx to år efter dit sidste køb].",
    has("evidence") && "Når vi har slettet dig, gemmer vi et bevis for det uden dit navn.",
  ])

const RIGHTS = listOf([
  "Indsigt: du kan få at vide, hvad vi har om dig, og få en kopi.",
  "Rettelse: du kan få rettet det, der er forkert.",
  "Sletning: du kan få slettet det, vi ikke skal gemme efter loven.",
  "Begrænsning: du kan bede os om kun at opbevare oplysningerne, mens noget bliver afgjort.",
  "Dataportabilitet: du kan få det, du selv har givet os, i en fil, som andre systemer kan læse.",
  "Indsigelse: du kan gøre indsigelse, når vi bruger oplysninger ud fra vores egen interesse. Siger du nej til markedsføring, stopper vi altid.",
  "Tilbagetrækning: har du sagt ja til noget, kan du trække det tilbage lige så let, som du gav det. Det, vi gjorde før, var stadig lovligt.",
  "Klage: du kan klage til Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby, datatilsynet.dk.",
])

const decisions = (automated: readonly string[]): string =>
  automated.length === 0
    ? "Ingen maskine træffer alene afgørelser om dig."
    : `Det her afgøres alene af en maskine, og du kan få et menneske til at se på det:\n${listOf(automated)}`

/** A privacy policy in Danish. What only the shop knows stands in square brackets. */
export const privacyDa = (
  controller: Controller,
  { categories, recipients, automatedDecisions }: PolicyFacts
): string => {
  const has = (category: string) => categories.has(category)
  const carrier = recipients.some(({ purposes }) => purposes.includes("delivery"))
  const others = listOf([
    ...recipients.map(recipient),
    !carrier && "[Skriv, hvilke fragtfirmaer I bruger]: levering.",
    "[Skriv, hvem der driver jeres server, mail og regnskabsprogram, og i hvilket land.]",
  ])
  return [
    opening(controller),
    `Hvad vi gemmer, og hvorfor\n${reasons(has)}`,
    "Uden navn, adresse og e-mail kan vi ikke levere. Resten bestemmer du selv. Skriv aldrig dit CPR-nummer til os. Dit kortnummer skriver du på betalingssiden; vi ser det ikke.",
    `Hvem der får oplysningerne\n${others}\nMyndigheder får dem, når loven kræver det. Vi sælger dem ikke.`,
    `Hvor længe vi gemmer dem\n${deadlines(has)}`,
    `Dine rettigheder\n${RIGHTS}\nSkriv til ${controller.email}. Det er gratis, og du får svar senest en måned efter. Er sagen indviklet, kan vi bruge to måneder mere; så får du at vide hvorfor. ${decisions(automatedDecisions)}`,
    `Hvis noget går galt\nEt brud på persondatasikkerheden er alt, hvor oplysninger går tabt, bliver ændret eller kommer til nogen, der ikke må se dem: en mail til den forkerte, en tabt telefon, en fejl eller et angreb. Vi skriver alle brud ned. Er der en risiko for dig, får Datatilsynet besked senest 72 timer efter, at vi opdagede det. Er risikoen høj, får du også selv besked. Ser du noget, der ligner et brud, så skriv til ${controller.email}.`,
    "Om den her tekst\nTeksten fortæller, hvad vi gør. Du skal ikke sige ja til den for at købe. Hver version har et nummer og en dato, og de gamle bliver liggende, så du kan se, hvad der stod, da du købte. Om cookies kan du læse i vores cookiepolitik.",
  ].join("\n\n")
}
