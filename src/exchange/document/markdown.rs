//! A document as Markdown, as GitHub, editors and wikis read it (`CommonMark` with tables).
//!
//! Nothing of what is said can become markup: each sign that could is escaped. A web address stays as it is, and may
//! become a link to itself.

use super::{Chart, Document, Outline, Part, Table, paragraphs};
use crate::text::Safe;

/// The whole document.
pub fn markdown(document: &Document) -> String {
    let mut blocks = vec![format!("# {}", inline(&document.title))];
    if !document.under.is_empty() {
        blocks.push(broken(document.under.iter().map(inline)));
    }
    let mut outline = Outline::default();
    for part in &document.parts {
        block(part, &mut outline, &mut blocks);
    }
    blocks.retain(|block| !block.trim().is_empty());
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn block(part: &Part, outline: &mut Outline, blocks: &mut Vec<String>) {
    match part {
        Part::Heading(depth, text) => blocks.push(format!("{} {}", "#".repeat(outline.level(*depth)), inline(text))),
        Part::Words(text) => blocks.extend(words(text)),
        Part::List(items) => blocks.push(lines(items.iter().map(|item| format!("- {}", within(item))))),
        Part::Facts(facts) => {
            let fact = |(term, text): &(Safe, Safe)| format!("- **{}:** {}", strong(term), within(text));
            blocks.push(lines(facts.iter().map(fact)));
        }
        Part::Table(table) => blocks.extend(of_table(table)),
        Part::Chart(chart) => blocks.extend(of_chart(chart)),
        Part::Quote { words: said, from } => {
            let mut parts = words(said);
            if !from.is_empty() {
                parts.push(format!("– {}", inline(from)));
            }
            let quoted = parts.join("\n\n");
            blocks.push(lines(quoted.lines().map(|line| format!("> {line}").trim_end().to_owned())));
        }
    }
}

/// A paragraph each, their lines kept.
fn words(text: &Safe) -> Vec<String> {
    paragraphs(text).into_iter().map(|paragraph| broken(paragraph.into_iter().map(escaped))).collect()
}

/// Lines that stay lines: a backslash at a line's end breaks it.
fn broken(lines: impl Iterator<Item = String>) -> String {
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\\\n")
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// A text of several lines as one of its own within an item of a list.
fn within(text: &Safe) -> String {
    let paragraphs = paragraphs(text).into_iter().map(|paragraph| broken(paragraph.into_iter().map(escaped)));
    paragraphs.collect::<Vec<_>>().join("\\\n").replace('\n', "\n  ")
}

/// A text on one line.
fn inline(text: &Safe) -> String {
    let lines: Vec<String> = text.as_str().lines().map(escaped).filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// A text that is set in bold, which blanks at its ends would prevent.
fn strong(text: &Safe) -> String {
    inline(text).trim().to_owned()
}

/// A text within a table, whose lines HTML's own break parts: Markdown has none there.
fn cell(text: &Safe) -> String {
    text.as_str().lines().map(escaped).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("<br>")
}

fn of_table(table: &Table) -> Vec<String> {
    let head: Vec<(String, bool)> = table.head.iter().map(|head| (cell(&head.text), head.is_number)).collect();
    let rows = table.rows.iter().map(|row| {
        let cells = (0..table.head.len()).map(|column| row.get(column).map(cell).unwrap_or_default());
        cells.collect()
    });
    captioned(&table.caption, grid(&head, rows.collect()))
}

fn of_chart(chart: &Chart) -> Vec<String> {
    let head = [(String::new(), false), (String::new(), true)];
    let rows = chart.rows().map(|(label, shown)| vec![cell(label), cell(shown)]).collect();
    let mut blocks = captioned(&chart.caption, grid(&head, rows));
    blocks.push(inline(&chart.told));
    blocks
}

fn captioned(caption: &Safe, grid: String) -> Vec<String> {
    let caption = strong(caption);
    let caption = if caption.is_empty() { caption } else { format!("**{caption}**") };
    vec![caption, grid]
}

fn grid(head: &[(String, bool)], rows: Vec<Vec<String>>) -> String {
    if head.is_empty() {
        return String::new();
    }
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let rules = head.iter().map(|(_, is_number)| if *is_number { "---:" } else { "---" }.to_owned()).collect();
    let headings = head.iter().map(|(text, _)| text.clone()).collect();
    lines([row(headings), row(rules)].into_iter().chain(rows.into_iter().map(row)))
}

/// Signs that mean something anywhere in a line.
const ANYWHERE: &[char] = &['\\', '`', '*', '[', ']', '~', '|', '^', '$', '#'];

/// Signs that mean something where a line begins.
const AT_START: &[char] = &['+', '-', '=', ':'];

/// One line of text with each sign escaped that would mean something.
fn escaped(line: &str) -> String {
    let line = line.trim();
    let mut out = String::with_capacity(line.len() + line.len() / 8);
    // A number with a dot or bracket behind it begins a list.
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut before = None;
    let mut rest = line.char_indices().peekable();
    while let Some((at, sign)) = rest.next() {
        let next = rest.peek().map(|(_, next)| *next);
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Within a word it means nothing, and addresses are full of it.
            '_' if before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric) => {
                out.push('_');
            }
            '_' => out.push_str("\\_"),
            _ => {
                // Only a blank behind it makes a list of it, only its like a line or a table's head.
                let alone = next.is_none_or(|next| next == ' ' || AT_START.contains(&next));
                let begins = at == 0 && AT_START.contains(&sign);
                let numbers = digits > 0 && at == digits && matches!(sign, '.' | ')');
                if ANYWHERE.contains(&sign) || (alone && (begins || numbers)) {
                    out.push('\\');
                }
                out.push(sign);
            }
        }
        before = Some(sign);
    }
    out
}

#[cfg(test)]
mod tests;
