//! A document as one HTML page that needs nothing beside it: it is read in a browser, printed, pasted into a word
//! processor and read aloud.
//!
//! Everything that is said is escaped. There is no script, nothing is fetched from outside, addresses that were said
//! are links, and no colour alone means anything. What a picture shows stands below it in words too.
//!
//! Word processors read it as well, and know less: widths and sides of tables are attributes, captions paragraphs, and
//! pictures stand in the page as data.

mod chart;
mod style;

use super::{Depth, Document, Outline, Part, Table, paragraphs};
use crate::text::Safe;

/// The whole page.
pub fn html(document: &Document) -> String {
    let mut page = Page { out: String::new(), outline: Outline::default(), captions: 0 };
    let title = escaped(&document.title);
    page.put(&["<!DOCTYPE html>\n<html lang=\"", document.tongue.key(), "\">\n<head>\n<meta charset=\"utf-8\">\n"]);
    page.put(&["<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"]);
    // Even if something slipped through, nothing is run and nothing fetched.
    page.put(&["<meta http-equiv=\"Content-Security-Policy\" content=\"", POLICY, "\">\n"]);
    page.put(&["<title>", &title, "</title>\n<style>\n", &style::style(), "</style>\n</head>\n<body>\n<main>\n"]);
    page.put(&["<header>\n<h1>", &title, "</h1>\n"]);
    for line in &document.under {
        page.put(&["<p class=\"under\">", &escaped(line), "</p>\n"]);
    }
    page.put(&["</header>\n"]);
    for part in &document.parts {
        page.part(part);
    }
    page.put(&["</main>\n</body>\n</html>\n"]);
    page.out
}

/// What the page may fetch and run: nothing but its own style and pictures.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// The text with every sign that means something in HTML written as what stands for it, in text and in attributes.
fn escaped(text: &Safe) -> String {
    escaped_part(text.as_str())
}

fn escaped_part(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(sign),
        }
    }
    out
}

/// The same with line feeds as breaks and addresses as links.
fn broken(text: &Safe) -> String {
    let lines: Vec<String> = text.as_str().trim().lines().map(linked).collect();
    lines.join("<br>")
}

/// What addresses of the web begin with; no other ones become links.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// The text escaped, each address of the web in it a link.
fn linked(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = SCHEMES.iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let ends = |sign: char| sign.is_whitespace() || sign.is_control() || "<>\"'`{}|\\^".contains(sign);
        let address = from.split(ends).next().unwrap_or_default();
        // A stop or a bracket behind an address ends the sentence, not the address.
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '”', '’', '»']);
        let is_bare = SCHEMES.iter().any(|scheme| address.len() <= scheme.len() && scheme.starts_with(address));
        let address =
            if is_bare { SCHEMES.iter().find(|scheme| from.starts_with(**scheme)).unwrap_or(&"") } else { address };
        let (_, after) = from.split_at_checked(address.len()).unwrap_or_default();
        out.push_str(&escaped_part(before));
        let shown = escaped_part(address);
        if is_bare {
            out.push_str(&shown);
        } else {
            out.extend(["<a href=\"", &shown, "\">", &shown, "</a>"]);
        }
        rest = after;
    }
    out.push_str(&escaped_part(rest));
    out
}

/// Letters that fit beside each other in a row of a table.
const ROW_LETTERS: usize = 84;

/// Letters' worth of room around what stands in a cell.
const AROUND: usize = 3;

/// Whether the longest words of the columns do not fit beside each other.
fn is_tight(table: &Table) -> bool {
    let longest = |column: usize| {
        let cells =
            table.rows.iter().filter_map(|row| row.get(column)).chain(table.head.get(column).map(|it| &it.text));
        let words = cells.flat_map(|cell| cell.as_str().split_whitespace());
        words.map(|word| word.chars().count()).max().unwrap_or(0) + AROUND
    };
    (0..table.head.len()).map(longest).sum::<usize>() > ROW_LETTERS
}

/// What word processors have to be told of a table, as they read no widths and lines in styles.
const TABLE: &str = " width=\"100%\" cellpadding=\"4\" cellspacing=\"0\" border=\"1\" frame=\"void\" rules=\"rows\" bordercolor=\"#c3ced6\"";

/// The page as it grows.
struct Page {
    out: String,
    outline: Outline,
    /// How many captions there are so far: each table and picture names its own.
    captions: usize,
}

impl Page {
    fn put(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(depth, text) => self.heading(*depth, text),
            Part::Words(text) => self.paragraphs(text),
            Part::List(items) if items.is_empty() => {}
            Part::List(items) => {
                self.put(&["<ul>\n"]);
                for item in items {
                    self.put(&["<li>", &broken(item), "</li>\n"]);
                }
                self.put(&["</ul>\n"]);
            }
            Part::Facts(facts) if facts.is_empty() => {}
            Part::Facts(facts) => {
                self.put(&["<dl>\n"]);
                for (term, text) in facts {
                    self.put(&["<dt>", &escaped(term), "</dt><dd>", &broken(text), "</dd>\n"]);
                }
                self.put(&["</dl>\n"]);
            }
            Part::Table(table) => self.table(table),
            Part::Chart(chart) => {
                let figure = chart::figure(chart);
                self.put(&[&figure]);
            }
            Part::Quote { words, from } => {
                self.put(&["<blockquote>\n"]);
                self.paragraphs(words);
                if !from.is_empty() {
                    self.put(&["<p class=\"from\">– ", &broken(from), "</p>\n"]);
                }
                self.put(&["</blockquote>\n"]);
            }
        }
    }

    fn heading(&mut self, depth: Depth, text: &Safe) {
        let tag = if self.outline.level(depth) == 2 { "h2" } else { "h3" };
        self.put(&["<", tag, ">", &escaped(text), "</", tag, ">\n"]);
    }

    fn paragraphs(&mut self, text: &Safe) {
        for paragraph in paragraphs(text) {
            let lines: Vec<String> = paragraph.into_iter().map(|line| linked(Safe::line(line).as_str())).collect();
            self.put(&["<p>", &lines.join("<br>"), "</p>\n"]);
        }
    }

    fn table(&mut self, table: &Table) {
        if table.head.is_empty() {
            return;
        }
        self.captions += 1;
        let class = if is_tight(table) { " class=\"tight\"" } else { "" };
        let name = format!("caption-{}", self.captions);
        let mut labelled = String::new();
        if !table.caption.is_empty() {
            // Word processors set captions apart from their tables and in the middle of the page.
            self.put(&["<p class=\"caption\" id=\"", &name, "\">", &escaped(&table.caption), "</p>\n"]);
            labelled = format!(" aria-labelledby=\"{name}\"");
        }
        self.put(&["<table", class, &labelled, TABLE, ">\n<thead>\n<tr bgcolor=\"", style::SHADE, "\">"]);
        for head in &table.head {
            let side = if head.is_number { " class=\"number\" align=\"right\"" } else { " align=\"left\"" };
            match escaped(&head.text) {
                text if text.is_empty() => self.put(&["<td></td>"]),
                text => self.put(&["<th scope=\"col\"", side, ">", &text, "</th>"]),
            }
        }
        self.put(&["</tr>\n</thead>\n<tbody>\n"]);
        for (number, row) in table.rows.iter().enumerate() {
            self.put(&["<tr>"]);
            for (column, head) in table.head.iter().enumerate() {
                let text = row.get(column).map(broken).unwrap_or_default();
                let class = match (table.is_by_hand(number, column), head.is_number) {
                    (true, _) => " class=\"hand\"",
                    (false, true) => " class=\"number\" align=\"right\"",
                    (false, false) => " align=\"left\"",
                };
                if column == 0 && !text.is_empty() {
                    self.put(&["<th scope=\"row\"", class, "><span class=\"row\">", &text, "</span></th>"]);
                } else {
                    self.put(&["<td", class, ">", &text, "</td>"]);
                }
            }
            self.put(&["</tr>\n"]);
        }
        self.put(&["</tbody>\n</table>\n"]);
    }
}

#[cfg(test)]
mod tests;
