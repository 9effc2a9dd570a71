//! How a page looks, on a screen and on paper: one family of letters, one colour, and room to breathe.

/// What is read.
pub(super) const INK: &str = "#1b2530";
/// What is read beside it.
pub(super) const QUIET: &str = "#465361";
/// What stands out: headings, bars.
pub(super) const ACCENT: &str = "#0b5573";
/// The paper.
pub(super) const PAPER: &str = "#ffffff";
/// What the head of a table and a quote stand on.
pub(super) const SHADE: &str = "#eef4f7";
/// Lines between rows.
pub(super) const LINE: &str = "#c3ced6";
/// Lines to write on.
pub(super) const HAND: &str = "#6b7885";

/// The style sheet. Colours are spelt out wherever they are used: word processors know no others.
pub(super) fn style() -> String {
    let colours = [
        ("INK", INK),
        ("QUIET", QUIET),
        ("ACCENT", ACCENT),
        ("PAPER", PAPER),
        ("SHADE", SHADE),
        ("LINE", LINE),
        ("HAND", HAND),
    ];
    colours.iter().fold(SHEET.to_owned(), |sheet, (name, colour)| sheet.replace(name, colour))
}

const SHEET: &str = r#"html { background: PAPER; color: INK; }
body, h1, h2, h3, p, li, dt, dd, th, td { font-family: Arial, "Liberation Sans", Helvetica, sans-serif; }
body {
  margin: 0;
  font-size: 12pt;
  line-height: 1.5;
}
main { max-width: 46em; margin: 0 auto; padding: 3em 2em 4em; }
header { border-bottom: 3px solid ACCENT; padding-bottom: 0.8em; margin-bottom: 1.8em; }
h1 { color: ACCENT; font-size: 24pt; line-height: 1.2; font-weight: 600; margin: 0 0 0.3em; }
h2 { color: ACCENT; font-size: 16pt; line-height: 1.25; font-weight: 600; margin: 2.2em 0 0.6em; }
h3 { color: INK; font-size: 12.5pt; line-height: 1.3; font-weight: 600; margin: 1.6em 0 0.4em; }
p { margin: 0 0 0.8em; max-width: 40em; }
p, li, dt, dd, h1, h2, h3 { overflow-wrap: anywhere; hyphens: manual; }
a { color: ACCENT; }
.under { color: QUIET; margin: 0; }
ul { margin: 0 0 1em; padding-left: 1.3em; }
li { margin: 0 0 0.3em; }
dl { margin: 0 0 1.2em; display: grid; grid-template-columns: minmax(8em, max-content) 1fr; column-gap: 1.6em; row-gap: 0.35em; }
dt { color: QUIET; font-weight: 600; max-width: 16em; }
dd { margin: 0; }
.caption { font-size: 11pt; font-weight: 600; text-align: left; margin: 1.2em 0 0.5em; page-break-after: avoid; }
table { border-collapse: collapse; border: 0; width: 100%; margin: 0 0 1.8em; font-size: 10.5pt; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: 0.45em 0.7em; border: 0; border-bottom: 1px solid LINE; }
thead th, thead td { background: SHADE; color: INK; font-weight: 600; border-bottom: 2px solid ACCENT; vertical-align: bottom; }
.row { font-weight: 400; }
table.tight { font-size: 9pt; line-height: 1.3; }
table.tight th, table.tight td { padding: 0.4em; overflow-wrap: anywhere; hyphens: auto; }
table.tight .hand { min-width: 5em; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; }
.hand { border-bottom: 1px solid HAND; height: 2.2em; min-width: 9em; }
figure { margin: 0.6em 0 1.8em; }
figcaption { margin: 0; }
.chart { display: block; width: 100%; max-width: 46em; height: auto; }
.told { color: QUIET; font-size: 10.5pt; margin: 0.5em 0 0; }
blockquote { margin: 0 0 1em; padding: 0.7em 1.2em; background: SHADE; border-left: 4px solid ACCENT; }
blockquote p { margin: 0 0 0.4em; }
blockquote p:last-child { margin-bottom: 0; }
.from { color: QUIET; font-size: 10.5pt; }
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: QUIET; } }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; margin: 0; padding: 0; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; }
  h3 { font-size: 11.5pt; }
  table { font-size: 9.5pt; }
  table.tight { font-size: 8.5pt; }
  h1, h2, h3, .caption, figcaption, dt { break-after: avoid; page-break-after: avoid; }
  tr, figure, blockquote, li { break-inside: avoid; page-break-inside: avoid; }
  thead { display: table-header-group; }
  p { orphans: 3; widows: 3; }
  thead th, thead td, blockquote, .chart { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"#;
