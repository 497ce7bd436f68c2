import type { NoticeCookie } from "../../src/types/http"

type Text = { body: string; cookies: NoticeCookie[] }

const SHOP = "Nordlys Papir"
const COUNTER = "Tælleren (taelleren.example)"
const ADVERTISER = "Annoncehuset (annoncehuset.example)"

/** What the demo's shop, and the scripts it takes in from others, leave in the browser. */
export const cookieNotices: Record<"da" | "en", Text> = {
  da: {
    body: `Nordlys Papir bruger cookies og lignende lagring i din browser. De nødvendige får kurven og betalingen til at virke. Resten bruger vi kun, hvis du siger ja, og du kan altid skifte mening under Cookies nederst på siden.

Dit valg gælder i 12 måneder. Vi gemmer et bevis for det under et tilfældigt nummer, som kun din browser kender, uden navn og IP-adresse.`,
    cookies: [
      {
        name: "dk_cookie_choice",
        provider: SHOP,
        purpose: "necessary",
        description: "Husker dit valg af cookies.",
        lifetime: "12 måneder",
      },
      {
        name: "cart",
        provider: SHOP,
        purpose: "necessary",
        description: "Husker, hvilken kurv der er din.",
        lifetime: "Til købet er gennemført",
      },
      {
        name: "language",
        provider: SHOP,
        purpose: "necessary",
        description: "Husker det sprog, du har valgt.",
        lifetime: "Til du sletter det",
      },
      {
        name: "paying",
        provider: SHOP,
        purpose: "necessary",
        description: "Finder din kurv igen, når du kommer tilbage fra betalingen.",
        lifetime: "Til du lukker vinduet",
      },
      {
        name: "payments",
        provider: SHOP,
        purpose: "necessary",
        description: "Finder dine seneste fem betalinger igen.",
        lifetime: "Til du sletter det",
      },
      {
        name: "customer",
        provider: SHOP,
        purpose: "necessary",
        description: "Holder dig logget ind.",
        lifetime: "Til du lukker vinduet",
      },
      {
        name: "dk_privacy_requests",
        provider: SHOP,
        purpose: "necessary",
        description: "Viser dig det, du har bedt om efter privatlivspolitikken.",
        lifetime: "Til du lukker vinduet",
      },
      {
        name: "taeller_id",
        provider: COUNTER,
        purpose: "statistics",
        description: "Kender din browser igen, når besøg tælles.",
        lifetime: "12 måneder",
      },
      {
        name: "taeller_sider",
        provider: COUNTER,
        purpose: "statistics",
        description: "Tæller, hvor mange gange du har åbnet butikken.",
        lifetime: "Til du sletter det",
      },
      {
        name: "annonce_id",
        provider: ADVERTISER,
        purpose: "marketing",
        description: "Kender din browser igen, så annoncer kan vælges til dig.",
        lifetime: "12 måneder",
      },
    ],
  },
  en: {
    body: `Nordlys Papir uses cookies and similar storage in your browser. The necessary ones make the basket and the payment work. We use the rest only if you say yes, and you can change your mind at any time under Cookies at the bottom of the page.

Your choice holds for 12 months. We keep a proof of it under a random number that only your browser knows, without name and IP address.`,
    cookies: [
      {
        name: "dk_cookie_choice",
        provider: SHOP,
        purpose: "necessary",
        description: "Remembers your choice of cookies.",
        lifetime: "12 months",
      },
      {
        name: "cart",
        provider: SHOP,
        purpose: "necessary",
        description: "Remembers which basket is yours.",
        lifetime: "Until the purchase is made",
      },
      {
        name: "language",
        provider: SHOP,
        purpose: "necessary",
        description: "Remembers the language you chose.",
        lifetime: "Until you delete it",
      },
      {
        name: "paying",
        provider: SHOP,
        purpose: "necessary",
        description: "Finds your basket when you come back from the payment.",
        lifetime: "Until you close the window",
      },
      {
        name: "payments",
        provider: SHOP,
        purpose: "necessary",
        description: "Finds your latest five payments again.",
        lifetime: "Until you delete it",
      },
      {
        name: "customer",
        provider: SHOP,
        purpose: "necessary",
        description: "Keeps you logged in.",
        lifetime: "Until you close the window",
      },
      {
        name: "dk_privacy_requests",
        provider: SHOP,
        purpose: "necessary",
        description: "Shows you what you have asked for under the privacy policy.",
        lifetime: "Until you close the window",
      },
      {
        name: "taeller_id",
        provider: COUNTER,
        purpose: "statistics",
        description: "Recognises your browser when visits are counted.",
        lifetime: "12 months",
      },
      {
        name: "taeller_sider",
        provider: COUNTER,
        purpose: "statistics",
        description: "Counts how often you have opened the shop.",
        lifetime: "Until you delete it",
      },
      {
        name: "annonce_id",
        provider: ADVERTISER,
        purpose: "marketing",
        description: "Recognises your browser so that advertisements can be chosen for you.",
        lifetime: "12 months",
      },
    ],
  },
}
