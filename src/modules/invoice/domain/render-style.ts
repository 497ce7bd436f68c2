/** Prints on A4 without scripts or files from elsewhere. */
export const renderStyle = `
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.45 "Helvetica Neue", Arial, sans-serif; color: #1a1a1a; max-width: 178mm; margin: 12mm auto; padding: 0 4mm; }
header { display: flex; justify-content: space-between; gap: 10mm; border-bottom: 2px solid #1a1a1a; padding-bottom: 5mm; }
h1 { font-size: 22pt; line-height: 1.1; margin: 0 0 3mm; }
h2 { font-size: 8.5pt; text-transform: uppercase; letter-spacing: .06em; color: #555; margin: 0 0 1mm; }
address { font-style: normal; white-space: pre-line; } address::first-line { font-weight: bold; }
dl { display: grid; grid-template-columns: auto auto; gap: .5mm 5mm; margin: 0; }
dt { color: #555; } dd { margin: 0; text-align: right; }
.parties { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; margin: 7mm 0; }
.parties dl { grid-template-columns: auto 1fr; margin-top: 2mm; } .parties dd { text-align: left; }
.statement { font-weight: bold; margin: 1mm 0 0; }
table { width: 100%; border-collapse: collapse; margin: 5mm 0; }
th { text-align: left; font-size: 8.5pt; color: #555; border-bottom: 1px solid #1a1a1a; padding: 1.5mm 2mm 1.5mm 0; vertical-align: bottom; }
td { border-bottom: 1px solid #ddd; padding: 2mm 2mm 2mm 0; vertical-align: top; overflow-wrap: anywhere; }
small, .note { font-size: 8.5pt; color: #555; } small { display: block; } .note { margin: 1mm 0 0; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: 3mm; }
th.number { white-space: normal; }
tr, .sums { break-inside: avoid; } thead { display: table-header-group; }
.sums { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; align-items: start; }
.sums table { margin: 0; } .sums tr:last-child td { border-bottom: 0; }
.total td { font-weight: bold; font-size: 12pt; border-top: 1px solid #1a1a1a; }
.payment { break-inside: avoid; background: #f4f4f2; padding: 3mm 4mm; margin: 6mm 0 0; print-color-adjust: exact; }
.payment dl { grid-template-columns: auto 1fr; } .payment dd { text-align: left; }
.watermark { position: fixed; top: 42%; left: 0; right: 0; text-align: center; font-size: 110pt; font-weight: bold; color: #c00; opacity: .12; transform: rotate(-28deg); pointer-events: none; }
.notice { border: 1px solid #c00; color: #900; padding: 2mm 3mm; margin: 0 0 5mm; }
`
