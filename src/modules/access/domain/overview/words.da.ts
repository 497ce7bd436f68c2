import type { TaskWords } from "./task-words"

export const da: TaskWords = {
  "breaches.overdue": [
    "1 brud er over fristen til Datatilsynet",
    "{count} brud er over fristen til Datatilsynet",
  ],
  "breaches.clock": [
    "Et brud skal anmeldes til Datatilsynet",
    "{count} brud skal anmeldes til Datatilsynet",
  ],
  "breaches.open": ["1 brud er åbent", "{count} brud er åbne"],
  "breaches.tips": ["1 ny melding om et brud", "{count} nye meldinger om brud"],
  "requests.overdue": ["1 anmodning er over fristen", "{count} anmodninger er over fristen"],
  "requests.due": [
    "1 anmodning har frist inden for 7 dage",
    "{count} anmodninger har frist inden for 7 dage",
  ],
  "requests.by_hand": ["1 brev skal du selv sende", "{count} breve skal du selv sende"],
  "requests.waiting": ["1 brev venter på en mailudbyder", "{count} breve venter på en mailudbyder"],
  "nets.problems": [
    "1 betaling hos Nets har et problem",
    "{count} betalinger hos Nets har et problem",
  ],
  "nets.receipts_failed": [
    "1 besked fra Nets kunne ikke behandles",
    "{count} beskeder fra Nets kunne ikke behandles",
  ],
  "nets.webhooks_late": [
    "Beskeder fra Nets har ventet i 1 minut",
    "Beskeder fra Nets har ventet i {count} minutter",
  ],
  "nets.sweep_late": [
    "Eftersynet af betalinger er 1 minut bagud",
    "Eftersynet af betalinger er {count} minutter bagud",
  ],
  "invoices.lacking": [
    "1 ordre mangler noget, før fakturaen kan udstedes",
    "{count} ordrer mangler noget, før fakturaen kan udstedes",
  ],
  "invoices.undelivered": ["1 faktura er ikke nået frem", "{count} fakturaer er ikke nået frem"],
  "invoices.requested": [
    "1 faktura venter på et nummer fra bogføringen",
    "{count} fakturaer venter på et nummer fra bogføringen",
  ],
  "recipients.escalated": [
    "1 modtager har ikke bekræftet en besked",
    "{count} beskeder er ikke bekræftet af modtageren",
  ],
  "recipients.reviews": [
    "1 aftale med en modtager skal ses igennem igen",
    "{count} aftaler med modtagere skal ses igennem igen",
  ],
  "erasures.proposed": [
    "1 foreslået sletning venter på dig",
    "{count} foreslåede sletninger venter på dig",
  ],
  "sweeps.parked": ["1 ting kunne ikke slettes", "{count} ting kunne ikke slettes"],
  "findings.open": [
    "1 CPR- eller kortnummer står i databasen",
    "{count} CPR- og kortnumre står i databasen",
  ],
  "data_map.drift": ["1 afvigelse i datakortet", "{count} afvigelser i datakortet"],
  "retention.without_rule": [
    "1 kolonne med persondata har ingen slettefrist",
    "{count} kolonner med persondata har ingen slettefrist",
  ],
  "retention.stopped": ["Sletning er stoppet", "Sletning er stoppet"],
  "access.unlimited": [
    "Adgang er ikke begrænset: 1 medarbejder kan se alle kunder",
    "Adgang er ikke begrænset: {count} medarbejdere kan se alle kunder",
  ],
  "staff_checks.asking": ["1 straffeattest skal ses igen", "{count} straffeattester skal ses igen"],
  "notices.fallbacks": ["1 tekst mangler på et sprog", "{count} tekster mangler på et sprog"],
  "doctor.problems": [
    "1 problem med, hvordan butikken er sat op",
    "{count} problemer med, hvordan butikken er sat op",
  ],
}
