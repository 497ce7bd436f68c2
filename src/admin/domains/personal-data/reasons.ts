/** Why a column of the map says nothing about anybody, or stays: the map is written in English. */
const DANISH: Readonly<Record<string, string>> = {
  "the shop's own account of a breach; whose data it was does not stand in it":
    "butikkens egen redegørelse for et brud; hvis oplysninger det var, står ikke i den",
  "that the person was affected by a breach and was told, when and how":
    "at personen var berørt af et brud og har fået besked, hvornår og hvordan",
  "that the person told the shop of a breach":
    "at personen har gjort butikken opmærksom på et brud",
  "tells the person what the row is about": "fortæller personen, hvad rækken handler om",
  "joins rows of the store; says nothing by itself":
    "binder rækker sammen; siger ikke noget i sig selv",
  "whole of the tables `cat_…`, which hold its rows":
    "samlingen af tabellerne `cat_…`, som har rækkerne",
  "whole of the tables `cat_pivot_…`, which hold its rows":
    "samlingen af tabellerne `cat_pivot_…`, som har rækkerne",
  "the platform's own book-keeping; written by its code":
    "platformens eget regnskab; skrevet af dens kode",
  "the shop's own fact about goods, prices or processing":
    "butikkens egne oplysninger om varer, priser eller behandling",
  "tells which order, cart or payment the row is part of":
    "fortæller, hvilken ordre, kurv eller betaling rækken hører til",
  "the order's lines and totals are counted by it": "ordrens linjer og beløb regnes ud fra det",
  "the provider's own number of the payment: refunds and bookkeeping need it":
    "udbyderens eget nummer på betalingen; det skal bruges til refundering og bogføring",
  "which of the shop's accounts was paid to": "hvilken af butikkens konti der er betalt til",
  "what the shop owes": "hvad butikken skylder",
  "whoever holds the code may pay with it or claim it; never exported":
    "den, der har koden, kan betale med den eller indløse den; udleveres aldrig",
  "roles and what they allow; who has one is told by `user_rbac_role`":
    "roller, og hvad de giver adgang til; hvem der har dem, står i `user_rbac_role`",
  "tells a member of staff what they made": "fortæller en medarbejder, hvad vedkommende har lavet",
  "describes goods; its metadata is the shop's own fact about them, nobody else writes it":
    "beskriver varer; metadata er butikkens egne oplysninger om dem, og ingen andre skriver i dem",
  "what goods cost and where; written by the shop alone":
    "hvad varer koster og hvor; skrives kun af butikken",
  "texts of goods, regions and options in other languages":
    "tekster til varer, regioner og valg på andre sprog",
  "what the shop offers to everybody who meets its rules; the rules' values are another table":
    "hvad butikken tilbyder alle, der opfylder reglerne; reglernes værdier står i en anden tabel",
  "how the shop sells, ships and is paid; set up by staff and about nobody":
    "hvordan butikken sælger, sender og får betaling; sat op af personalet og ikke om nogen",
  "where the shop keeps its goods: addresses of the business":
    "hvor butikken har sine varer; virksomhedens adresser",
  "the shop's own data": "butikkens egne oplysninger",
  "keyed digests of what was erased: they only tell whether it is there again, and only with the shop's secret":
    "aftryk af det, der er slettet; de kan kun vise, om det er der igen, og kun med butikkens hemmelige nøgle",
  "counts, dates and names of tables or rules": "antal, datoer og navne på tabeller eller regler",
  "the shop's own words about how long it keeps things":
    "butikkens egne ord om, hvor længe den gemmer ting",
  "which authority wants everything to stay, and until when":
    "hvilken myndighed der vil have, at alt bliver stående, og til hvornår",
  "about a company that gets data from the store, not about a person":
    "om et firma, der får oplysninger fra butikken, ikke om en person",
  "that a company was told to erase, correct or only store what it has of an order":
    "at et firma har fået besked om at slette, rette eller kun opbevare det, det har om en ordre",
  "that the person asked for something, when, and what came of it":
    "at personen har bedt om noget, hvornår, og hvad der kom ud af det",
  "a keyed digest that lives for a day at most": "et aftryk med nøgle, der lever højst et døgn",
  "whose account it is": "hvis konto det er",
  "which role staff was given, and when": "hvilken rolle en medarbejder har fået, og hvornår",
  "that staff read the person's data: when, in which role and why, never who":
    "at en medarbejder har set personens oplysninger: hvornår, i hvilken rolle og hvorfor, aldrig hvem",
  "a link between the shop's documents": "binder butikkens bilag sammen",
  "which order the document is about": "hvilken ordre bilaget handler om",
  "that something was issued for the order, and when":
    "at der er udstedt noget på ordren, og hvornår",
  "which document was sent, how, and what came of it":
    "hvilket bilag der er sendt, hvordan, og hvad der kom ud af det",
  "a public register's entry of a receiver of e-invoices, for a day":
    "hvad et offentligt register siger om en modtager af e-fakturaer, i et døgn",
  "covers 32 random bytes, so it tells nothing of the content":
    "dækker også 32 tilfældige byte, så det siger ikke noget om indholdet",
  "what the bookkeeping system is asked for": "hvad regnskabsprogrammet bedes om",
  "the system, or the id of a staff user": "systemet eller en medarbejders id",
  "ids of the payment and of what happened to it; no names, no card":
    "id'er for betalingen, og hvad der er sket med den; ingen navne og intet kort",
  "a currency and codes are nobody's": "en valuta og koder; de er ikke om nogen",
  "ids, amounts and states of the payment, and the kind of payment method; no names, no card":
    "betalingens id'er, beløb og tilstand og slags betalingsmetode; ingen navne og intet kort",
  "the store's own account and a currency": "butikkens egen konto og en valuta",
  "what makes it the same event, made of the ids beside it":
    "det, der gør det til den samme hændelse; lavet af id'erne ved siden af",
  "when a permission was used, and for what": "hvornår en tilladelse er brugt, og til hvad",
  "what was chosen in the checkout": "hvad der er valgt ved køb",
  "which notice making the account showed": "hvilken tekst der blev vist, da kontoen blev oprettet",
  "a link to the login": "binder til login",
  "which marketing was asked for, and beside which text":
    "hvilken markedsføring der er bedt om, og ved hvilken tekst",
  "a keyed digest that keeps marketing away from who objected; it must outlive an erasure (GDPR Art. 21(3))":
    "et aftryk med hemmelig nøgle, der holder markedsføring væk fra den, der har gjort indsigelse; det skal overleve en sletning (GDPR art. 21, stk. 3)",
  "which marketing was said no to": "hvilken markedsføring der er sagt nej til",
  "what the row is about": "hvad rækken handler om",
  "says nothing about who it is": "siger ikke noget om, hvem det er",
  "which rule an order breaks, not a value": "hvilken regel en ordre bryder, ikke en værdi",
  "a keyed digest that lives for five minutes": "et nøglet aftryk, der lever i fem minutter",
  "the key that stands on the evidence": "nøglen, der står på beviset",
  "what was shown or said, and which version of the text":
    "hvad der blev vist eller sagt, og hvilken udgave af teksten",
  "which notice the checkout showed": "hvilken tekst kassen viste",
  "says that and when data was erased, by ids only":
    "siger kun ved id'er, at oplysninger er slettet, og hvornår",
  "that something was kept for a claim or an authority, and until when":
    "at noget er gemt på grund af et krav eller en myndighed, og hvor længe",
  "tells lines of the bank's file apart": "skelner linjer i bankens fil fra hinanden",
  "the id of a staff user": "en medarbejders id",
  "that the person's address is not shown to staff, and since when":
    "at personens adresse ikke vises for medarbejdere, og siden hvornår",
  "that data was only stored for a while, why and until when":
    "at oplysninger en tid kun blev opbevaret, hvorfor og hvor længe",
  "who said that the address may be shown again": "hvem der sagde, at adressen må vises igen",
  "ids of staff users": "id'er på medarbejdere",
  "a digest of random bytes": "et aftryk af tilfældige byte",
  "which carts the owner of the account made": "hvilke kurve kontoens ejer har lavet",
  "ids that staff looked at for a letter or call; removed after a day":
    "id'er, som personalet så på ved et brev eller en opringning; fjernes efter et døgn",
  "when a version was written": "hvornår en udgave er skrevet",
  "the store's own words about its security": "butikkens egen tekst om sin sikkerhed",
  "where something stands that is not to be stored": "hvor der står noget, der ikke må gemmes",
  "what became of it": "hvad der blev af det",
  "a keyed digest of a text that holds no such number":
    "et nøglet aftryk af en tekst, der ikke rummer sådan et nummer",
  "how far the scan of old data has come": "hvor langt gennemgangen af gamle data er nået",
  "how often something was refused or masked, per day":
    "hvor tit noget er afvist eller sløret, dag for dag",
  "a random id": "et tilfældigt id",
}

/** A reason in the reader's language. Those of the store's own tables stay as they were written. */
export const reasonText = (reason: string, language: string): string =>
  language.startsWith("da") ? (DANISH[reason] ?? reason) : reason
