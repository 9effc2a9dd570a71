//! JSON that may be printed: what could act on a terminal stands as `\uXXXX`.
//!
//! Owns the escaping of finished JSON text. Never parses, never changes a
//! value, never reports: what is not JSON comes out harmless too.

use ecow::eco_format;

use super::scan::{Scan, Verdict};

/// The same JSON value with every character that [`super::Safe`] would change
/// written as `\uXXXX` (two of them beyond U+FFFF).
///
/// Line feeds between tokens stay; tabs and carriage returns there become
/// spaces. Inside strings valid JSON holds none of the three.
#[must_use]
pub fn json_safe(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut scan = Scan::default();
    let mut chars = json.chars().peekable();
    while let Some(c) = chars.next() {
        match (scan.see(c, chars.peek().copied()), c) {
            (Verdict::Keep | Verdict::Break, _) => out.push(c),
            (_, '\t' | '\r') => out.push(' '),
            _ => escape(c, &mut out),
        }
    }
    out
}

fn escape(c: char, out: &mut String) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        out.push_str(&eco_format!("\\u{unit:04x}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::safe::Safe;
    use proptest::prelude::*;
    use serde_json::Value;

    fn check(value: &Value, pretty: &str) {
        let out = json_safe(pretty);
        assert_eq!(serde_json::from_str::<Value>(&out).unwrap(), *value);
        assert_eq!(Safe::lines(&out).as_str(), out, "nothing left to mark");
    }

    fn check_text(text: &str) {
        let value = serde_json::json!({ text: [text, 1.5, null] });
        check(&value, &value.to_string());
        check(&value, &serde_json::to_string_pretty(&value).unwrap());
    }

    #[test]
    fn escapes_by_name() {
        assert_eq!(
            json_safe("{\"a\":\"\u{9b}\u{7f}\u{202e}\u{e0041}å\"}"),
            r#"{"a":"\u009b\u007f\u202e\udb40\udc41å"}"#
        );
        assert_eq!(json_safe("[\t1,\r\n2]"), "[ 1, \n2]");
        assert_eq!(json_safe("not json \u{1b}]52;c;"), r"not json \u001b]52;c;");
    }

    #[test]
    fn hostile_values_round_trip() {
        for text in crate::text::safe::tests::HOSTILE {
            check_text(text);
        }
    }

    proptest! {
        #[test]
        fn any_value_round_trips(text in crate::text::safe::tests::any_text()) {
            check_text(&text);
        }
    }
}
