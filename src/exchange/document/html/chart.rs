//! Bars as a picture of lines and letters (SVG) that stands in the page as data, with a sentence for whoever does not
//! see it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::super::{Bar, Chart};
use super::style::{ACCENT, INK, LINE};
use super::{broken, escaped};
use crate::text::Safe;
use crate::text::wrap::wrap;

/// The picture's width in its own units; its letters are 14 of them high.
const WIDTH: u32 = 720;
/// From one bar to the next.
const STEP: u32 = 32;
/// How thick a bar is.
const THICK: u32 = 18;
/// What a line of a label takes.
const LABEL_LINE: u32 = 19;
/// Letters of a label that stand beside its bar; longer ones stand above it.
const BESIDE: usize = 26;
/// What a letter takes at most, on the average of a label.
const LETTER: u32 = 8;
/// Letters of a line of a label above its bar.
const ABOVE: u16 = 84;

/// The picture with its caption above it and the same in words below it.
pub(super) fn figure(chart: &Chart) -> String {
    let caption = escaped(&chart.caption);
    let above = format!("<figcaption><p class=\"caption\">{caption}</p></figcaption>\n");
    let above = if caption.is_empty() { String::new() } else { above };
    let (picture, height) = picture(chart);
    let data = STANDARD.encode(picture);
    let (said, below) = (escaped(&said(chart)), broken(&said(chart)));
    // A browser reads an attribute's line feeds as blanks.
    let said = said.replace('\n', " ");
    format!(
        "<figure>\n{above}<img class=\"chart\" src=\"data:image/svg+xml;base64,{data}\" alt=\"{said}\" \
         width=\"{WIDTH}\" height=\"{height}\">\n<p class=\"told\">{below}</p>\n</figure>\n"
    )
}

/// The picture itself and how high it is.
pub(super) fn picture(chart: &Chart) -> (String, u32) {
    let (bars, height) = bars(chart);
    let size = format!("viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\"");
    (format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {size}>\n{bars}</svg>\n"), height)
}

/// What the chart says, in words: its own sentence, else its bars.
fn said(chart: &Chart) -> Safe {
    if !chart.told.is_empty() {
        return chart.told.clone();
    }
    let bars = chart.rows().map(|(label, shown)| Safe::line(&format!("{label}: {shown}")));
    Safe::join(bars, &Safe::own("; "))
}

/// The bars and how high they are together.
fn bars(chart: &Chart) -> (String, u32) {
    let widest = chart.bars.iter().map(|bar| bar.label.width()).max().unwrap_or(0);
    let numbers = units(chart.bars.iter().map(|bar| bar.shown.width()).max().unwrap_or(0)) + 12;
    let mut out = String::new();
    let mut y = 0;
    for bar in &chart.bars {
        let left = if widest <= BESIDE { units(widest) + 12 } else { 0 };
        let longest = WIDTH.saturating_sub(left + numbers).max(THICK);
        if left > 0 {
            out.push_str(&words(0, y + 20, &bar.label.cells(BESIDE)));
        } else {
            for line in wrap(&bar.label, ABOVE) {
                out.push_str(&words(0, y + 16, &line));
                y = y.saturating_add(LABEL_LINE);
            }
        }
        out.push_str(&one(bar, chart.longest(), (left, y), longest));
        y = y.saturating_add(STEP);
    }
    (out, y.max(1))
}

/// A bar, the line it stands on, and its number behind it.
fn one(bar: &Bar, of: u32, (x, y): (u32, u32), longest: u32) -> String {
    let length = u64::from(bar.value) * u64::from(longest) / u64::from(of);
    let length = u32::try_from(length).unwrap_or(longest);
    let length = if bar.value > 0 { length.max(2) } else { 0 };
    let top = y + 6;
    let line = format!("<rect x=\"{x}\" y=\"{top}\" width=\"1\" height=\"{THICK}\" fill=\"{LINE}\"/>\n");
    let bar_drawn = format!("<rect x=\"{x}\" y=\"{top}\" width=\"{length}\" height=\"{THICK}\" fill=\"{ACCENT}\"/>\n");
    format!("{line}{bar_drawn}{}", words(x + length + 8, y + 20, &bar.shown))
}

fn words(x: u32, y: u32, text: &Safe) -> String {
    let family = "font-family=\"Arial, Liberation Sans, Helvetica, sans-serif\"";
    format!("<text x=\"{x}\" y=\"{y}\" font-size=\"14\" {family} fill=\"{INK}\">{}</text>\n", escaped(text))
}

fn units(cells: usize) -> u32 {
    u32::try_from(cells).unwrap_or(u32::MAX / LETTER).saturating_mul(LETTER).min(WIDTH / 2)
}
