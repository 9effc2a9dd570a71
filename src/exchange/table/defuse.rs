//! Cells that a spreadsheet program would take for a formula, and the apostrophe that keeps it from doing so.
//!
//! The law: `fused(defused(cell))` and `fused(kept(cell))` are the cell, whatever it is. Every format is read with
//! [`fused`]: delimited text that was opened and kept as a workbook has its apostrophes still.

use std::borrow::Cow;

/// The cell with an apostrophe before it where it would be taken for a formula.
pub(super) fn defused(cell: &str) -> Cow<'_, str> {
    if is_dangerous(cell) { format!("'{cell}").into() } else { cell.into() }
}

/// The cell for a format in which text is never a formula: only what would lose an apostrophe of its own gets one more.
pub(super) fn kept(cell: &str) -> Cow<'_, str> {
    if fused(cell) == cell { cell.into() } else { format!("'{cell}").into() }
}

/// The cell without the apostrophe that [`defused`] or [`kept`] put before it.
pub(super) fn fused(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_dangerous(rest)).unwrap_or(cell)
}

/// Whether it begins, after blanks and quotation marks, as formulas do, and is no phone number or amount.
fn is_dangerous(cell: &str) -> bool {
    let skipped = |letter: char| matches!(letter, ' ' | '\u{A0}' | '\n' | '"' | '\'');
    let begins = |letter: char| matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    cell.trim_start_matches(skipped).starts_with(begins) && !is_number(cell)
}

fn is_number(cell: &str) -> bool {
    let rest = cell.strip_prefix(['+', '-']);
    let harmless = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '.' | ',' | '(' | ')' | '/');
    rest.is_some_and(|rest| rest.chars().any(|letter| letter.is_ascii_digit()) && rest.chars().all(harmless))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_defused_and_phones_are_not() {
        for cell in
            ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\"=1", "'=1", "＝1", "+", "-"]
        {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        for cell in ["", "a", "+358 40 123 4567", "-12,5", "+358 (0)40/1", "'a", "O'Hara", "1=1", "a@b.example"] {
            assert_eq!(defused(cell), cell);
        }
        assert_eq!(fused("'+358 40"), "'+358 40");
        assert_eq!((kept("=1+1"), kept("'a"), kept("'=1")), ("=1+1".into(), "'a".into(), "''=1".into()));
    }

    proptest! {
        #[test]
        fn what_was_defused_comes_back(cell in "[ '\"=+@a1\t\r\n\u{A0}＝-]{0,8}|.*") {
            let written = defused(&cell);
            prop_assert_eq!(fused(&written), cell.as_str());
            let written = kept(&cell);
            prop_assert_eq!(fused(&written), cell.as_str());
        }
    }
}
