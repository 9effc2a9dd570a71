//! A document as one HTML page that needs nothing beside it: it is read in a browser, printed, pasted into a word
//! processor and read aloud.
//!
//! Everything that is said is escaped. There is no script, no link to anything outside, and no colour that alone would
//! mean something. What a picture shows stands beside it in words, as word processors drop pictures.

mod chart;
mod style;

use super::{Depth, Document, Outline, Part, Table, paragraphs};
use crate::text::Safe;

/// The whole page.
pub fn html(document: &Document) -> String {
    let mut page = Page { out: String::new(), outline: Outline::default(), charts: 0 };
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

/// What the page may fetch and run: nothing but its own style.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The text with every sign that means something in HTML written as what stands for it, in text and in attributes.
fn escaped(text: &Safe) -> String {
    let mut out = String::with_capacity(text.as_str().len());
    for sign in text.as_str().chars() {
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

/// The same with line feeds as breaks.
fn broken(text: &Safe) -> String {
    escaped(text).trim().replace('\n', "<br>")
}

/// The page as it grows.
struct Page {
    out: String,
    outline: Outline,
    /// How many charts there are so far: each names its own title and description.
    charts: usize,
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
                self.charts += 1;
                let figure = chart::figure(chart, self.charts);
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
            let lines: Vec<String> = paragraph.into_iter().map(|line| escaped(&Safe::line(line))).collect();
            self.put(&["<p>", &lines.join("<br>"), "</p>\n"]);
        }
    }

    fn table(&mut self, table: &Table) {
        if table.head.is_empty() {
            return;
        }
        self.put(&["<table>\n"]);
        if !table.caption.is_empty() {
            self.put(&["<caption>", &escaped(&table.caption), "</caption>\n"]);
        }
        self.put(&["<thead>\n<tr>"]);
        for head in &table.head {
            let class = if head.is_number { " class=\"number\"" } else { "" };
            match escaped(&head.text) {
                text if text.is_empty() => self.put(&["<td></td>"]),
                text => self.put(&["<th scope=\"col\"", class, ">", &text, "</th>"]),
            }
        }
        self.put(&["</tr>\n</thead>\n<tbody>\n"]);
        for (number, row) in table.rows.iter().enumerate() {
            self.put(&["<tr>"]);
            for (column, head) in table.head.iter().enumerate() {
                let text = row.get(column).map(broken).unwrap_or_default();
                let class = match (table.is_by_hand(number, column), head.is_number) {
                    (true, _) => " class=\"hand\"",
                    (false, true) => " class=\"number\"",
                    (false, false) => "",
                };
                if column == 0 && !text.is_empty() {
                    self.put(&["<th scope=\"row\"", class, ">", &text, "</th>"]);
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
