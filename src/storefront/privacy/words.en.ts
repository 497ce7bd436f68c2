import type { PrivacyWords } from "./words"

export const en: PrivacyWords = {
  file: "my-data.zip",
  loading: "Loading …",
  again: "Try again",
  optional: "optional",
  ask: {
    title: "What do you want to ask for?",
    intro: "Choose here. You get a mail in which you confirm that it is you. It costs nothing.",
    signed_in_intro: "Choose here. We begin at once, because we can see that it is you.",
    choose: "Choose one",
    kinds: {
      information: {
        title: "How do you use my data?",
        explained: "Be told what we use it for, who gets it and how long we keep it.",
      },
      access: {
        title: "Access: see my data",
        explained: "Get a copy of what we hold about you, with a page you can read.",
      },
      portability: {
        title: "Portability: take my data with me",
        explained: "Get what you gave us in a file that other systems can read.",
      },
      rectification: {
        title: "Rectification: something is wrong",
        explained: "Write below what is wrong and what is right.",
      },
      erasure: {
        title: "Erasure: erase my data",
        explained: "We erase all that no law makes us keep. Invoices we keep for five years.",
      },
      restriction: {
        title: "Restriction: pause the use",
        explained: "We only store your data while a disagreement is settled.",
      },
      objection_marketing: {
        title: "Objection: no marketing",
        explained: "We then send you no more offers or news, not later either.",
      },
      objection_automated: {
        title: "Objection: a person must look at it",
        explained: "If a system decided something about you, a person looks at it again.",
      },
      consent_withdrawal: {
        title: "Withdraw a consent",
        explained: "You can always say no to what you said yes to before.",
      },
    },
    message: "Do you want to say more?",
    message_hint: "What is wrong, for example. Do not write your CPR number.",
    email: "Your e-mail",
    email_hint: "Use the address you bought with.",
    send: "Send",
    sent_title: "Look in your inbox",
    sent: "If you typed your own e-mail, you now get a mail with a link. We begin once you use it.",
    sent_hint:
      "If no mail comes within ten minutes, look among unwanted mail or check that the address is right.",
    another: "Ask for something else",
    received: "We have received what you ask for.",
    errors: {
      kind: "Choose what you want to ask for.",
      email_missing: "Write your e-mail so that we can answer.",
      email: "Write an e-mail address, for example name@example.com.",
      message: "The text cannot be used like this. Write 5,000 characters at most.",
    },
  },
  confirm: {
    title: "Was it you who asked?",
    text: "You came here by the link in our mail. Press the button and we begin.",
    button: "Yes, begin",
    done: "Thank you. We have begun.",
    dead_title: "The link no longer works",
    dead: "It may have been used, be too old, or your data has been erased. You can always ask for a new one.",
    ask_again: "Ask for a new link",
  },
  follow: {
    title: "What you have asked for",
    mailed: "What you asked for by a link in a mail",
    none: "You have not asked for anything yet.",
    refresh: "Refresh",
    refreshed: "Refreshed.",
    states: {
      received: "Received",
      identity_check: "We have asked you something",
      in_progress: "In progress",
      planned: "Finishes by itself",
      completed: "Done",
      partly_completed: "Done, some is left",
      refused: "Refused",
      withdrawn: "Withdrawn",
    },
    received_on: "Received",
    answer_by: "You get an answer by",
    limit: "Limit in law",
    extended: "We need more time and have written to you about why.",
    identity:
      "We are not sure that it is you and have written to you. Answer the mail and we go on.",
    planned: (orders, by) =>
      [
        "We erase what we can.",
        orders === ""
          ? "The rest is erased by itself"
          : `Order ${orders} is not finished; once it is, the rest is erased by itself`,
      ].join(" ") + (by === null ? "." : `, by ${by} at the latest.`),
    decided: {
      completed: (day) => `Done on ${day}.`,
      partly_completed: (day) =>
        `Done on ${day}. Some was not erased or changed; our letter says what and why.`,
      refused: (day) => `We could not say yes. We decided that on ${day}.`,
      withdrawn: (day) => `Withdrawn on ${day}.`,
    },
    grounds: {
      not_identified: "We cannot see that the data is yours (GDPR Art. 11 and 12(6)).",
      unfounded: "The request is manifestly unfounded (Art. 12(5)).",
      excessive: "The request is excessive, for example because it is repeated (Art. 12(5)).",
      others_rights: "It would adversely affect the rights of others (Art. 15(4)).",
      legal_obligation: "A law requires us to keep the data (Art. 17(3)(b)).",
      legal_claims: "We need the data in a dispute (Art. 17(3)(e)).",
      not_covered: "The right does not cover what you ask for.",
    },
    complaint:
      "If you are not satisfied, you can complain to Datatilsynet, the Danish Data Protection Agency (datatilsynet.dk), or go to the courts.",
    kept: "What we keep because a law requires it",
    kept_row: (what, number, day) =>
      `${what === "document" ? "Invoice no." : "Order"} ${number}${day === null ? "" : `, until ${day}`}`,
  },
  archive: {
    title: "Your copy",
    text: "A ZIP file with a page you can read and files that other systems can read. Keep it in a safe place.",
    wait: "We look at the copy first, so that you do not get anybody else's data. If you have an account, log in and ask there: then you can download it at once.",
    button: "Download my data",
    left: (times) =>
      times === 1
        ? "Can be downloaded once more"
        : `Can be downloaded ${times.toString()} more times`,
    until: (day) => `until ${day}`,
    used_up:
      "The copy has been downloaded as often as it can be. Ask for access again to get a new one.",
    busy: "We are making the copy …",
    done: "The copy has been downloaded.",
  },
  held: {
    title: "What we hold about you",
    intro: "Counted just now. To see all of it, ask for access.",
    guest:
      "We cannot show here what we hold, because we do not know who you are. Ask for access and you get a mail with a link. If you have an account, log in.",
    guest_button: "Ask for access",
    login: "Log in",
    nothing: "We hold no data about you.",
    rows: (count) => count.toString(),
    used_for: "What we use it for",
    because: "Because of",
    how_long: "How long we keep it",
    documents: "Invoices that the Bookkeeping Act makes us keep",
  },
  consents: {
    title: "What you have said yes to",
    intro: "You can take back a yes at any time. It counts at once.",
    none: "You have said yes to nothing that can be taken back.",
    purposes: { newsletter: "Newsletter", similar_products: "Offers on similar goods" },
    channels: { email: "e-mail", sms: "text message" },
    soft_opt_in: "You get it because you have bought from us and have not said no.",
    since: (day) => `Since ${day}`,
    withdraw: "Withdraw",
    withdrawn: "Withdrawn. You get it no more.",
    stop: "Stop all marketing",
    stopped: "You get no more marketing.",
  },
  breach: {
    title: "Tell us of a breach",
    intro:
      "Did you get somebody else's mail, parcel or invoice, or do you think that somebody has seen your data with us? Write at once.",
    message: "What has happened?",
    message_hint: "Say when, too. Do not write CPR numbers, card numbers or passwords.",
    email: "Your e-mail",
    email_hint: "So that we can ask you if we need to know more.",
    send: "Send to the shop",
    sent_title: "Thank you, we have received it",
    sent: "We will look into it as soon as we can. If you have got something that is somebody else's, do not show it to others.",
    another: "Tell us about something else",
    errors: {
      message_missing: "Write what has happened.",
      message: "The text cannot be used like this. Write 5,000 characters at most.",
      email: "Write an e-mail address, such as name@example.com, or leave the field empty.",
    },
  },
  signed_out: "You are no longer logged in. Log in again.",
  failed: "Something went wrong at our end. Try again in a moment.",
  no_answer: "The shop is not answering. Check your connection and try again.",
  too_often: (minutes) =>
    minutes <= 1
      ? "Too many tries. Try again in a minute."
      : `Too many tries. Try again in ${minutes.toString()} minutes.`,
}
