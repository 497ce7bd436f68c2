/**
 * Local parts that name a post, not a person: whoever holds the post reads the mail. Danish and English words,
 * without accents. `info-aarhus@` and `salg.dk@` count by their first word.
 */
const ROLES = new Set(
  [
    "info information kontakt contact mail email post postkasse hej hello hi velkommen team",
    "salg sales butik butikken shop webshop store ordre ordrer order orders bestilling booking indkob purchase",
    "kontor kontoret office reception receptionen sekretariat sekretaer administration admin drift",
    "faktura fakturaer invoice invoices billing bogholderi bogholderiet regnskab okonomi finance accounting accounts",
    "support service kundeservice kundecenter help hjaelp helpdesk",
    "lager warehouse vaerksted klinik klinikken skole skolen forening bestyrelse ledelse direktion afdeling",
    "personale hr job jobs it web webmaster postmaster hostmaster marketing presse press firma",
    "noreply no-reply",
  ].flatMap((line) => line.split(" "))
)

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/^oekonomi/, "okonomi")
    .replace(/^indkoeb/, "indkob")

/** True for an address that several people of a company or authority are likely to read and to order with. */
export const isRoleMailbox = (email: string): boolean => {
  const local = plain(email.split("@")[0] ?? "").replace(/\+.*$/, "")
  return ROLES.has(local) || ROLES.has(local.split(/[._-]/)[0] ?? "")
}
